package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.linalg.Lanczos;
import org.eoslab.run.Probe;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MidpointSharpnessTest implements TanhNetworkProbe {
    private static final Catalogue CATALOGUE = Catalogue.load();

    static List<String> presets() {
        return CATALOGUE.presets().stream()
                .filter(p -> CATALOGUE.model(p.model()).live())
                .map(p -> p.name())
                .toList();
    }

    @Override
    public Probe probe() {
        return new MidpointSharpness(NETWORK, Lanczos.seeded(3));
    }

    /** L = x⁴ has S = 12x². */
    @Test
    void isTheCurvatureHalfway() {
        Experiment experiment = CATALOGUE.experiment(Map.of(
                "model",
                "formula",
                "loss",
                "x^4",
                "start",
                Map.of("x", 1.5),
                "eta",
                0.1,
                "steps",
                30,
                "measures",
                "midpoint-sharpness",
                "measuresEvery",
                1));
        Table table = Run.of(experiment, Recording.ALL, List.of()).trajectory().table();
        for (int t = 0; t < 30; t++) {
            double middle = 0.5 * (table.get("x", t) + table.get("x", t + 1));
            double expected = 12 * middle * middle;
            assertThat(table.get("midpointSharpness", t)).isCloseTo(expected, within(1e-12 * (1 + expected)));
        }
    }

    /** On every small model, and it changes nothing else. */
    @ParameterizedTest
    @MethodSource("presets")
    void leavesTheRestAsItIs(String preset) {
        Experiment plain = CATALOGUE.experiment(CATALOGUE.preset(preset)).with(Map.of("steps", 12));
        Table without = Run.of(plain, Recording.ALL, List.of()).trajectory().table();
        Table with = Run.of(
                        plain.with(Map.of("measures", "midpoint-sharpness", "measuresEvery", 4)),
                        Recording.ALL,
                        List.of())
                .trajectory()
                .table();
        without.names().forEach(name -> assertThat(with.column(name)).as(name).containsExactly(without.column(name)));
        double[] read = with.column("midpointSharpness");
        for (int t = 0; t < read.length; t++) {
            assertThat(Double.isNaN(read[t])).as("step %d", t).isEqualTo(t % 4 != 0);
        }
    }
}
