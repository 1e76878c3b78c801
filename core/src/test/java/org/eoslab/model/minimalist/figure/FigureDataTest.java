package org.eoslab.model.minimalist.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.Table;
import org.eoslab.run.race.Race;
import org.junit.jupiter.api.Test;

/** Oracles: the closed form of the gradient flow solution, and the numbers of figure 5's race. */
class FigureDataTest {
    private static final Minimalist MODEL = new Minimalist(1, 0.001);
    private static final double[] START = {0.7, 0.005, 0.2};
    private static final MinimalistDescent DESCENT =
            new MinimalistDescent(MODEL, 3.2, ClippingRule.Floor.of(1.81, 3.2, MODEL));

    @Test
    void flowsEndInMinimisersOfFallingSharpness() {
        List<FlowPath> paths = FlowPath.from(DESCENT, START, 0, 300, 1000, 3000);
        assertThat(paths).extracting(FlowPath::step).containsExactly(0L, 300L, 1000L, 3000L);
        double previous = Double.POSITIVE_INFINITY;
        for (FlowPath flow : paths) {
            Table path = flow.path();
            assertThat(path.get("alpha", path.rows() - 1))
                    .isEqualTo(flow.solution().parameters()[0]);
            assertThat(path.rows()).isBetween(50, 500);
            double exact = MODEL.gfsSharpness(path.get("alpha", 0), path.get("beta1", 0), path.get("beta2", 0));
            assertThat(flow.solution().sharpness()).isCloseTo(exact, within(1e-8 * exact));
            assertThat(flow.solution().sharpness()).isLessThan(previous);
            previous = flow.solution().sharpness();
        }
    }

    /** The three leave together; gradient descent passes 2/η at step 121 (the reference trajectory). */
    @Test
    void theRaceFollowsTheFlowBeforeTheEdgeAndTheConstrainedTrajectoryAtIt() {
        Table race = EdgeRace.of(DESCENT, START, 2000);
        assertThat(race.rows()).isEqualTo(2001);
        double[] flow = race.column(Race.distance(EdgeRace.DESCENT, EdgeRace.FLOW));
        double[] constrained = race.column(Race.distance(EdgeRace.DESCENT, EdgeRace.CONSTRAINED));
        assertThat(flow[0]).isZero();
        assertThat(constrained[0]).isZero();
        assertThat(race.get("constrained.beta1", 1)).isZero();
        for (int t = 0; t <= 121; t++) {
            assertThat(flow[t]).isLessThan(0.01);
        }
        assertThat(flow[2000]).isGreaterThan(10 * constrained[2000]);
    }
}
