package org.eoslab.guard;

import java.util.Locale;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/**
 * Watches a training loop that is not ours: reads ηS, the step size times the sharpness, every so many steps, and says what to do
 * when it is beyond what the loop's rule can bear. The loop calls {@link #before} with its parameters before every step.
 *
 * <pre>{@code
 * StabilityGuard guard = new StabilityGuard(objective, Lanczos.seeded(0), 10, 2, StabilityGuard.Response.LOWER);
 * for (...) {
 *     Advice advice = guard.before(w, eta);
 *     if (advice.stop()) break;
 *     eta = advice.eta();
 *     ... one step of the loop ...
 * }
 * }</pre>
 */
public final class StabilityGuard {
    /** What to do when ηS is above the limit. */
    public enum Response {
        /** Say so, and change nothing. */
        REPORT,
        /** Advise to stop. */
        STOP,
        /** Advise the step size at which ηS is 0.9 times the limit. */
        LOWER
    }

    private static final double MARGIN = 0.9;

    private final Objective objective;
    private final EigenSolver solver;
    private final long every;
    private final double limit;
    private final Response response;
    private EigenPairs last = EigenPairs.NONE;
    private long step;

    /**
     * A guard at step 0.
     *
     * @param objective the loss that the loop minimises, of the same parameters
     * @param solver finds the sharpness
     * @param every steps between readings, at least 1
     * @param limit the largest ηS that is stable: 2 for gradient descent, 2 + 2β with momentum β
     * @param response what to advise beyond it
     */
    public StabilityGuard(Objective objective, EigenSolver solver, long every, double limit, Response response) {
        if (every < 1 || !(limit > 0)) {
            throw new IllegalArgumentException(
                    "every = " + every + ", limit = " + limit + ": must be at least 1 and positive");
        }
        this.objective = objective;
        this.solver = solver;
        this.every = every;
        this.limit = limit;
        this.response = response;
    }

    /**
     * To be called before every step.
     *
     * @param parameters w, not modified
     * @param eta the step size of the step to come, positive
     */
    public Advice before(double[] parameters, double eta) {
        long now = step++;
        if (now % every != 0) {
            return new Advice(now, Double.NaN, Double.NaN, eta, false, "");
        }
        last = solver.at(now).largest(objective.hessian(parameters), 1, last);
        double sharpness = last.largest();
        double residual = last.residuals()[0];
        // A sharpness that is not a number is beyond any limit.
        if (eta * sharpness <= limit) {
            return new Advice(now, sharpness, residual, eta, false, "");
        }
        double advised = response == Response.LOWER && sharpness > 0 ? MARGIN * limit / sharpness : eta;
        String message = String.format(
                Locale.ROOT,
                "step %d: eta*S = %.4g is above %.4g (S = %.6g, eta = %.4g)%s",
                now,
                eta * sharpness,
                limit,
                sharpness,
                eta,
                advised == eta ? "" : String.format(Locale.ROOT, "; eta lowered to %.4g", advised));
        return new Advice(now, sharpness, residual, advised, response == Response.STOP, message);
    }
}
