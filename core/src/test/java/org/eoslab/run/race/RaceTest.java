package org.eoslab.run.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.CentralFlow;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.dynamics.projected.PredictedDynamics;
import org.eoslab.dynamics.projected.ProjectedGradientDescent;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.objective.Quadratic;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.race.Race.Entrant;
import org.junit.jupiter.api.Test;

class RaceTest {
    private static final Minimalist MODEL = new Minimalist(1, 0.001);
    private static final double ETA = 3.2;

    /** Figure 5: at the edge, gradient descent follows the constrained trajectory and leaves gradient flow. */
    @Test
    void gradientDescentFollowsTheConstrainedTrajectoryNotTheFlow() {
        MinimalistDescent descent = new MinimalistDescent(MODEL, ETA, ClippingRule.Floor.of(1.81, ETA, MODEL));
        State gd = descent.start(new double[] {0.7, 0.005, 0.2});
        while (gd.memory()[MinimalistDescent.CROSSED] == 0) {
            descent.step(gd);
        }
        assertThat(gd.step()).isEqualTo(121);
        ProjectedGradientDescent constrained =
                new ProjectedGradientDescent(MODEL, ETA, new DenseEigenSolver(), 1e-12, 20);
        Race race = new Race(List.of(
                entrant("descent", descent),
                entrant("flow", new GradientFlow(MODEL, ETA)),
                entrant("constrained", constrained),
                entrant("predicted", new PredictedDynamics(constrained)),
                entrant("central", new CentralFlow(MODEL, ETA, new DenseEigenSolver(), 1, 4, 0.1))));
        List<State> states = new ArrayList<>(race.start(gd.parameters()));
        states.set(0, gd);
        long last = gd.step() + 2800;
        Table table = new Table(race.names(), Recording.ALL, last);
        assertThat(race.run(states, last, List.of(table))).isEqualTo(Outcome.COMPLETED);
        double[] toConstrained = table.column(Race.distance("descent", "constrained"));
        double[] toFlow = table.column(Race.distance("descent", "flow"));
        int closer = 0;
        for (int t = 1; t <= 2800; t++) {
            closer += toConstrained[t] < toFlow[t] ? 1 : 0;
        }
        assertThat(closer).isGreaterThan(2520);
        assertThat(toConstrained[2000]).isCloseTo(0.007, within(0.0005));
        assertThat(toFlow[2000]).isCloseTo(0.485, within(0.0005));
    }

    @Test
    void entrantsOfDifferentStepsMeetOnTheClock() {
        Quadratic objective = new Quadratic(1, 0.5);
        Race race = new Race(List.of(
                entrant("coarse", new GradientDescent(objective, 0.3)),
                entrant("fine", new GradientDescent(objective, 0.1)),
                entrant("flow", new GradientFlow(objective, 0.1))));
        List<State> states = race.start(new double[] {1, 2});
        race.run(states, 100, List.of());
        assertThat(states).extracting(State::step).containsExactly(100L, 300L, 300L);
        assertThat(states.get(2).parameters()[1]).isCloseTo(2 * Math.exp(-15), within(1e-12));
    }

    @Test
    void anEntrantThatDivergesLeavesTheRaceGoingOn() {
        Quadratic objective = new Quadratic(1, 0.5);
        Race race = new Race(List.of(
                entrant("stable", new GradientDescent(objective, 1)),
                entrant("unstable", new GradientDescent(new Quadratic(1000, 1), 1))));
        Table table = new Table(race.names(), Recording.ALL, 1000);
        Outcome outcome = race.run(race.start(new double[] {1, 2}), 1000, List.of(table));
        assertThat(outcome).isEqualTo(Outcome.COMPLETED);
        assertThat(table.get(Race.distance("stable", "unstable"), 1000)).isNaN();
    }

    @Test
    void namesMustDiffer() {
        Entrant entrant = entrant("a", new GradientDescent(new Quadratic(1), 1));
        assertThatThrownBy(() -> new Race(List.of(entrant, entrant))).hasMessageContaining("[a, a]");
    }

    private static Entrant entrant(String name, Dynamics dynamics) {
        return new Entrant(name, dynamics, List.of());
    }
}
