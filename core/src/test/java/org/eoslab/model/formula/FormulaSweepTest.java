package org.eoslab.model.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.InputException;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.RowColumn;
import org.eoslab.sweep.Sweep;
import org.junit.jupiter.api.Test;

class FormulaSweepTest {
    private static Map<String, Object> file(Map<String, Object> axes, Map<String, Object> derived) {
        Map<String, Object> sweep = new LinkedHashMap<>();
        sweep.put("axes", axes);
        if (!derived.isEmpty()) {
            sweep.put("derived", derived);
        }
        sweep.put("columns", List.of("x", "loss"));
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("model", "formula");
        file.put("loss", "(x - mu)^2/2");
        file.put("start", Map.of("x", 0));
        file.put("constants", Map.of("mu", 1));
        file.put("eta", 0.5);
        file.put("steps", 1);
        file.put("sweep", sweep);
        return file;
    }

    private static double[] column(RowBlock rows, String name) {
        return rows.columns().stream()
                .filter(c -> c.name().equals(name))
                .map(c -> ((RowColumn.Numbers) c).array())
                .findFirst()
                .orElseThrow();
    }

    /** One step: x₁ = x + η(μ − x). */
    @Test
    void axesAreStartsConstantsAndEta() {
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("start.x", Map.of("values", List.of(0.0, 2.0)));
        axes.put("constants.mu", Map.of("values", List.of(1.0, 3.0)));
        axes.put("eta", Map.of("from", 0.25, "to", 0.75, "points", 3));
        Sweep sweep = Sweep.read(file(axes, Map.of("expected", "x + eta*(constants.mu - x)")), Catalogue.load());
        RowBlock rows = sweep.rows(0, sweep.runs());
        assertThat(sweep.runs()).isEqualTo(12);
        double[] ends = column(rows, "finalX");
        double[] x = column(rows, "start.x");
        double[] mu = column(rows, "constants.mu");
        double[] eta = column(rows, "eta");
        double[] expected = column(rows, "expected");
        for (int i = 0; i < 12; i++) {
            assertThat(ends[i]).isCloseTo(x[i] + eta[i] * (mu[i] - x[i]), within(1e-15));
            assertThat(expected[i]).isCloseTo(ends[i], within(1e-15));
        }
    }

    @Test
    void aMisspeltAxisIsRefused() {
        assertThatThrownBy(() -> Sweep.read(
                        file(Map.of("constants.my", Map.of("values", List.of(1.0))), Map.of()), Catalogue.load()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("my is not in the loss");
        assertThatThrownBy(() -> Sweep.read(
                        file(Map.of("eta", Map.of("values", List.of(1.0))), Map.of("q", "sine(eta)")),
                        Catalogue.load()))
                .isInstanceOf(InputException.class)
                .hasMessage("sweep: derived: q: sine(eta): unknown function sine at character 1; the nearest is sin");
        assertThatThrownBy(() -> Sweep.read(
                        file(Map.of("eta", Map.of("values", List.of(1.0))), Map.of("q", "(".repeat(20_000))),
                        Catalogue.load()))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("…: nested more than 400 deep at character 201");
    }
}
