package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eoslab.LogCosh;
import org.eoslab.dynamics.flow.EdgeFlow;
import org.eoslab.experiment.Run;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;
import org.eoslab.run.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OscillationFlowProbeTest implements ProbeContract {
    @Override
    public EdgeFlow dynamics() {
        return new EdgeFlow(new Minimalist(1, 0.001), 3.2);
    }

    @Override
    public Probe probe() {
        return new OscillationFlowProbe(dynamics());
    }

    @Override
    public double[] start() {
        return new double[] {0.79, 0.001, 0.2};
    }

    private static double mean(String rule, String column, int from, int to) {
        var experiment = LogCosh.of(to).with(Map.of("optimizer", rule));
        double[] values = Run.of(experiment, Recording.ALL, List.of())
                .trajectory()
                .table()
                .column(column);
        return Arrays.stream(values, from, to).average().orElseThrow();
    }

    /** The loss that gradient descent has on average, to within 3 %, of which the loss at the centre is a tenth at most. */
    @ParameterizedTest
    @CsvSource({"0, 20", "20, 60", "60, 150"})
    void predictsTheAverageLoss(int from, int to) {
        double seen = mean("gd", "loss", from, to);
        assertThat(mean("edge-flow", "averageLoss", from, to) / seen).isCloseTo(1, within(0.03));
        assertThat(mean("edge-flow", "loss", from, to)).isLessThan(0.1 * seen);
    }

    @Test
    void isARecordedColumnOfTheCentralFlowToo() {
        assertThat(mean("central-flow", "averageLoss", 60, 150)).isPositive();
    }
}
