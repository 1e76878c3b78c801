package org.eoslab.dynamics.flow;

import java.util.Optional;
import java.util.function.Consumer;
import org.eoslab.objective.Objective;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.AbstractIntegrator;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * Integrates ẇ = −∇L(w) by Dormand and Prince's method of order 8(5,3) with control of its error (Hipparchus). Explicit: where
 * the sharpness S governs, its step is about 6/S.
 *
 * @param absolute error allowed per step in a component, beside the relative one, positive
 * @param relative error allowed per step, relative to the component, positive
 * @param evaluations the most gradients to spend on one integration, positive
 */
public record FlowIntegrator(double absolute, double relative, int evaluations) {
    /**
     * As exact as doubles sensibly allow: a relative error of 500 roundings a step, and an absolute one that keeps components
     * which decay to zero accurate down to the rounding of those of order one.
     */
    public static final FlowIntegrator PRECISE = new FlowIntegrator(1e-16, 1e-13, 1_000_000_000);

    /** Stands for a gradient that overflowed at a trial point: its error is huge, so the step is rejected and made smaller. */
    private static final double OVERFLOW = 1e150;

    /** Checks that all three are positive. */
    public FlowIntegrator {
        if (!(absolute > 0 && relative > 0 && evaluations > 0)) {
            throw new IllegalArgumentException("absolute = " + absolute + ", relative = " + relative
                    + ", evaluations = " + evaluations + ": must be positive");
        }
    }

    /** The same, with so many gradients at most for one integration. */
    public FlowIntegrator within(int most) {
        return new FlowIntegrator(absolute, relative, most);
    }

    /**
     * Follows the flow from {@code start} (not modified) for {@code duration} of time, or until an event stops it.
     *
     * @param events adds event detectors and step-end handlers
     * @return the state at the end, or empty when the integration broke down: a start with no finite gradient, a step too
     *     small to represent, or all evaluations spent
     */
    Optional<End> integrate(Objective objective, double[] start, double duration, Consumer<AbstractIntegrator> events) {
        double[] gradient = new double[start.length];
        if (!Double.isFinite(objective.gradient(start, gradient)) || !isFinite(gradient)) {
            return Optional.empty();
        }
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(Math.ulp(duration), duration, absolute, relative);
        integrator.setMaxEvaluations(evaluations);
        events.accept(integrator);
        try {
            ODEStateAndDerivative end = integrator.integrate(equation(objective), new ODEState(0, start), duration);
            return Optional.of(new End(end, integrator.getEvaluations()));
        } catch (MathIllegalStateException | MathIllegalArgumentException brokenDown) {
            return Optional.empty();
        }
    }

    private static OrdinaryDifferentialEquation equation(Objective objective) {
        return new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return objective.dimension();
            }

            @Override
            public double[] computeDerivatives(double t, double[] w) {
                double[] velocity = new double[w.length];
                objective.gradient(w, velocity);
                for (int i = 0; i < velocity.length; i++) {
                    velocity[i] = Double.isFinite(velocity[i]) ? -velocity[i] : OVERFLOW;
                }
                return velocity;
            }
        };
    }

    private static boolean isFinite(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * 0;
        }
        return sum == 0;
    }

    /**
     * Where an integration ended.
     *
     * @param state time, parameters and velocity
     * @param evaluations gradients spent
     */
    record End(ODEStateAndDerivative state, int evaluations) {}
}
