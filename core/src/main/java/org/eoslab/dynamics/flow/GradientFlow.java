package org.eoslab.dynamics.flow;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.objective.Objective;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;

/**
 * Gradient flow ẇ = −∇L(w) as a peer of gradient descent: a step lasts η. Stable at any sharpness. Where the integration
 * breaks down the parameters become NaN, so that the run ends as diverged.
 *
 * @param objective the loss
 * @param eta the time η of a step, positive and finite
 * @param integrator how exactly it is followed
 */
public record GradientFlow(Objective objective, double eta, FlowIntegrator integrator) implements Dynamics {
    /** Checks 0 &lt; η &lt; ∞. */
    public GradientFlow {
        StepSize.check(eta);
    }

    /** The flow as exact as doubles allow. */
    public GradientFlow(Objective objective, double eta) {
        this(objective, eta, FlowIntegrator.PRECISE);
    }

    @Override
    public void step(State state) {
        double[] w = state.parameters();
        integrator
                .integrate(objective, w, eta, i -> {})
                .ifPresentOrElse(
                        end -> System.arraycopy(end.state().getPrimaryState(), 0, w, 0, w.length),
                        () -> Arrays.fill(w, Double.NaN));
        state.advance(eta);
    }

    @Override
    public double stabilityThreshold(State state) {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * The first point of the flow at which a quantity changes sign, found to rounding on the integrator's own interpolant.
     *
     * @param start where the flow starts, not modified
     * @param horizon the time to give up at, positive
     * @param quantity a continuous function of the parameters that doesn't modify them; sign changes closer together than a
     *     step of the integrator may be missed
     * @return that point with its time, or empty when there is none before {@code horizon} or the integration broke down
     */
    public Optional<FlowPoint> firstCrossing(double[] start, double horizon, ToDoubleFunction<double[]> quantity) {
        Crossing crossing = new Crossing(quantity, horizon);
        return integrator
                .integrate(objective, start, horizon, i -> i.addEventDetector(crossing))
                .map(end -> new FlowPoint(end.state().getTime(), end.state().getPrimaryState()))
                .filter(point -> point.time() < horizon);
    }

    /** Stops the integration at a sign change. */
    private record Crossing(ToDoubleFunction<double[]> quantity, double horizon) implements ODEEventDetector {
        private static final int ITERATIONS = 100;
        private static final int ORDER = 5;

        @Override
        public AdaptableInterval getMaxCheckInterval() {
            return AdaptableInterval.of(Double.POSITIVE_INFINITY);
        }

        @Override
        public int getMaxIterationCount() {
            return ITERATIONS;
        }

        @Override
        public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
            return new BracketingNthOrderBrentSolver(0, Math.ulp(horizon), 0, ORDER);
        }

        @Override
        public ODEEventHandler getHandler() {
            return (state, detector, increasing) -> Action.STOP;
        }

        @Override
        public double g(ODEStateAndDerivative state) {
            return quantity.applyAsDouble(state.getPrimaryState());
        }
    }
}
