package org.eoslab.experiment.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eoslab.dynamics.ClippingRule;
import org.eoslab.dynamics.MinimalistDescent;
import org.eoslab.objective.Minimalist;
import org.eoslab.trajectory.Table;
import org.eoslab.trajectory.race.Race;
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

    @Test
    void theRaceStartsAtTheFirstCrossing() {
        Table race = EdgeRace.of(DESCENT, START, 6000, 100);
        assertThat(race.rows()).isEqualTo(101);
        assertThat(race.get("step", 0)).isEqualTo(121);
        assertThat(race.get(Race.distance(EdgeRace.DESCENT, EdgeRace.CONSTRAINED), 0))
                .isZero();
        assertThat(race.get("constrained.beta1", 100)).isZero();
        assertThat(EdgeRace.of(DESCENT, START, 100, 100).rows()).isZero();
    }
}
