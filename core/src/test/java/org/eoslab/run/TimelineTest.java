package org.eoslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cycles with their loss spikes, of random runs whose curvature is read now and then. */
class TimelineTest {
    private static final List<String> COLUMNS = List.of("loss", "sharpness");
    private static final int LAST = 400;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void theSpikeOfACycleIsOfAllItsSteps(int every) {
        for (int seed = 0; seed < 20; seed++) {
            double[][] rows = rows(seed, every);
            Timeline whole = timeline();
            Timeline readings = timeline();
            for (int t = 0; t <= LAST; t++) {
                whole.observe(at(t), rows[t]);
                if (t % every == 0) {
                    readings.observe(at(t), rows[t]);
                }
            }
            assertThat(whole.cycles()).hasSameSizeAs(readings.cycles()).isNotEmpty();
            for (int i = 0; i < whole.cycles().size(); i++) {
                Cycle cycle = whole.cycles().get(i);
                Cycle coarse = readings.cycles().get(i);
                assertThat(cycle.start()).isEqualTo(coarse.start());
                assertThat(cycle.peak()).isEqualTo(coarse.peak());
                assertThat(cycle.end()).isEqualTo(coarse.end());
                assertThat(cycle.lossSpike()).isEqualTo(spike(rows, cycle)).isGreaterThanOrEqualTo(coarse.lossSpike());
            }
        }
    }

    /** Also between two readings, and right at one; the step of the checkpoint is seen again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void goesOnFromItsMemory(int every) {
        double[][] rows = rows(7, every);
        Timeline whole = timeline();
        Timeline resumed = timeline();
        for (int t = 0; t <= LAST; t++) {
            whole.observe(at(t), rows[t]);
            resumed.observe(at(t), rows[t]);
            Timeline next = timeline();
            next.restore(resumed.memory());
            next.observe(at(t), rows[t]);
            resumed = next;
        }
        assertThat(resumed.memory()).containsExactly(whole.memory());
    }

    /** The largest rise of the loss over the steps after the start of a cycle, up to its end; the first has its start too. */
    private static double spike(double[][] rows, Cycle cycle) {
        double most = 0;
        for (int i = (int) cycle.start() + (cycle.start() == 0 ? 0 : 1); i <= cycle.end(); i++) {
            for (int j = i; j <= cycle.end(); j++) {
                most = Math.max(most, rows[j][0] - rows[i][0]);
            }
        }
        return most;
    }

    private static double[][] rows(int seed, int every) {
        Random random = new Random(seed);
        List<double[]> rows = new ArrayList<>();
        for (int t = 0; t <= LAST; t++) {
            double loss = Math.exp(random.nextGaussian());
            rows.add(new double[] {loss, t % every == 0 ? 1 + random.nextDouble() : Double.NaN});
        }
        return rows.toArray(double[][]::new);
    }

    private static Timeline timeline() {
        return new Timeline(new GradientDescent(new Minimalist(1, 0.1), 1.3), COLUMNS, "sharpness", "sharpness");
    }

    private static State at(int step) {
        return new State(new double[3], new double[0], step, step);
    }
}
