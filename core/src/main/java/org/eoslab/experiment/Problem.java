package org.eoslab.experiment;

import java.util.List;
import java.util.function.UnaryOperator;
import org.eoslab.claim.Certifier;
import org.eoslab.claim.Claim;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.run.Simulation;
import org.eoslab.run.Until;
import org.eoslab.run.probe.StepProgress;

/**
 * A model with its settings filled in: what the loop needs.
 *
 * @param simulation dynamics and probes
 * @param start the state at step 0; a run takes a copy
 * @param coordinates what other initial parameters become
 * @param curvature the column compared with the stability threshold
 * @param turn the column whose turns bound the cycles
 * @param claims what there is to check on a finished run
 * @param certifier finds a convergence certificate, or {@link Certifier#NONE}
 * @param batch makes many runs of this kind of problem, as fast as its model can
 */
public record Problem(
        Simulation simulation,
        State start,
        Coordinates coordinates,
        String curvature,
        String turn,
        List<Claim> claims,
        Certifier certifier,
        BatchRunner.Factory batch) {
    /** A problem whose dynamics has the parameters as they are given, and whose runs are made through the loop. */
    public Problem(
            Simulation simulation,
            State start,
            String curvature,
            String turn,
            List<Claim> claims,
            Certifier certifier) {
        this(
                simulation,
                start,
                Coordinates.same(start.parameters().length),
                curvature,
                turn,
                claims,
                certifier,
                LoopRunner::new);
    }

    /** The same with other coordinates. */
    public Problem with(Coordinates other) {
        return new Problem(simulation, start, other, curvature, turn, claims, certifier, batch);
    }

    /** The same with another way to make many runs. */
    public Problem with(BatchRunner.Factory other) {
        return new Problem(simulation, start, coordinates, curvature, turn, claims, certifier, other);
    }

    /**
     * The same whose runs end when a row meets a condition.
     *
     * @throws InputException when the run has no such column
     */
    public Problem until(Until condition) {
        Problem problem = simulation.names().contains(condition.column()) ? this : withProgress();
        List<String> names = problem.simulation().names();
        if (!names.contains(condition.column())) {
            throw InputException.unknown("until: column", condition.column(), names);
        }
        return problem.with(problem.simulation().until(condition));
    }

    /** The same with other claims. */
    public Problem with(List<Claim> other) {
        return new Problem(simulation, start, coordinates, curvature, turn, other, certifier, batch);
    }

    /** The same with the {@link StepProgress} of each step recorded besides, where it costs no gradient. */
    public Problem withProgress() {
        Dynamics dynamics = simulation.dynamics();
        boolean has = simulation.names().containsAll(StepProgress.NAMES);
        return dynamics.takesGradient() && !has ? with(simulation.with(new StepProgress(dynamics.objective()))) : this;
    }

    private Problem with(Simulation other) {
        return new Problem(other, start, coordinates, curvature, turn, claims, certifier, batch);
    }

    /** The same with nothing to check. */
    public Problem withoutClaims() {
        return new Problem(simulation, start, coordinates, curvature, turn, List.of(), Certifier.NONE, batch);
    }

    /**
     * The same from other initial parameters.
     *
     * @param parameters as they are given
     * @throws InputException when there are more or fewer than the model has
     */
    public Problem from(double[] parameters) {
        if (parameters.length != coordinates.parameters()) {
            throw new InputException("init: " + parameters.length + " numbers are given and the model has "
                    + coordinates.parameters() + " parameters");
        }
        State other = simulation.dynamics().start(coordinates.of().apply(parameters));
        return new Problem(simulation, other, coordinates, curvature, turn, claims, certifier, batch);
    }

    /**
     * The parameters of a model as they are given, and as its dynamics has them.
     *
     * @param parameters how many are given
     * @param of their coordinates in the dynamics' own, which may be fewer; makes a new array or gives back the same
     */
    public record Coordinates(int parameters, UnaryOperator<double[]> of) {
        /** The parameters themselves. */
        public static Coordinates same(int parameters) {
            return new Coordinates(parameters, UnaryOperator.identity());
        }
    }
}
