package org.eoslab.guard;

import java.util.function.UnaryOperator;
import org.eoslab.dynamics.optimizer.Adaptive;
import org.eoslab.dynamics.optimizer.Momentum;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.Preconditioned;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.Objective;
import org.eoslab.text.Format;

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
        LOWER,
        /**
         * The same, and raise the step size again once ηS is below 0.7 times the limit, at most to the one that the loop began
         * with: between the two it stays, so that it does not swing.
         */
        FOLLOW
    }

    private static final double MARGIN = 0.9;
    private static final double SLACK = 0.7;

    private final Objective objective;
    private final EigenSolver solver;
    private final long every;
    private final double limit;
    private final Response response;
    private EigenPairs last = EigenPairs.NONE;
    private double lastEta = Double.NaN;
    private double firstEta = Double.NaN;
    private long step;

    /**
     * A guard at step 0.
     *
     * @param objective the loss that the loop minimises, of the same parameters
     * @param solver finds the sharpness
     * @param every steps between readings, at least 1
     * @param limit the largest ηS that is stable: 2 for gradient descent, {@link Momentum#limit} with momentum, {@link Adaptive#limit} for
     *     Adam and its kin, whose loop also brings the preconditioner
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
     * To be called before every step. Reads the sharpness at every so many steps, and at once where the loop has raised its step size.
     *
     * @param parameters w, not modified
     * @param eta the step size of the step to come, positive
     */
    public Advice before(double[] parameters, double eta) {
        return before(parameters, eta, UnaryOperator.identity());
    }

    /**
     * The same for a rule w⁺ = w − ηP⁻¹m: the sharpness is the largest eigenvalue of P⁻¹H.
     *
     * @param preconditioner the diagonal of P for the step to come, all positive
     */
    public Advice before(double[] parameters, double eta, double[] preconditioner) {
        return before(parameters, eta, hessian -> new Preconditioned(hessian, preconditioner));
    }

    private Advice before(double[] parameters, double eta, UnaryOperator<SymmetricOperator> seen) {
        long now = step++;
        firstEta = now == 0 ? eta : firstEta;
        if (now % every != 0 && eta <= lastEta) {
            return new Advice(now, Double.NaN, Double.NaN, eta, false, "");
        }
        last = solver.at(now).largest(seen.apply(objective.hessian(parameters)), 1, last);
        double advised = advised(last.largest(), eta);
        lastEta = advised;
        boolean above = isAbove(last.largest(), eta);
        String message = above || advised != eta ? message(now, eta, advised) : "";
        return new Advice(
                now, last.largest(), last.residuals()[0], advised, above && response == Response.STOP, message);
    }

    /** Whether ηS is beyond the limit; a sharpness that is not a number is beyond any. */
    private boolean isAbove(double sharpness, double eta) {
        return !(eta * sharpness <= limit);
    }

    private double advised(double sharpness, double eta) {
        boolean changes = response == Response.LOWER || response == Response.FOLLOW;
        double target = MARGIN * limit / sharpness;
        if (isAbove(sharpness, eta)) {
            return changes && sharpness > 0 ? target : eta;
        }
        boolean slack = eta * sharpness < SLACK * limit;
        return response == Response.FOLLOW && slack && eta < firstEta
                ? Math.min(firstEta, sharpness > 0 ? target : firstEta)
                : eta;
    }

    private String message(long now, double eta, double advised) {
        String change =
                advised == eta ? "" : Format.text("; eta %s to %.4g", advised < eta ? "lowered" : "raised", advised);
        return Format.text(
                "step %d: eta*S = %.4g is %s %.4g (S = %.6g, residual %.1g, eta = %.4g)%s",
                now,
                eta * last.largest(),
                isAbove(last.largest(), eta) ? "above" : "below",
                limit,
                last.largest(),
                last.residuals()[0],
                eta,
                change);
    }
}
