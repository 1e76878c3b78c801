package org.eoslab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Setting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of every preset that a page runs, one at a time at the ends of what a double can be: refused in a line, or answered. */
class ExtremeSettingsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    private static final List<Double> EXTREMES = List.of(
            0.0,
            -0.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            1e-300,
            1e-16,
            -1e-16,
            1e16,
            -1e16,
            1e150,
            1e300,
            -1e300,
            Double.MAX_VALUE);

    private static final List<String> ASKED = List.of("play", "claims", "overlays");

    static Stream<Preset> presets() {
        return CATALOGUE.presets().stream()
                .filter(p -> CATALOGUE.experiment(p).model().live());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void isRefusedInALineOrAnswered(Preset preset) {
        Questions questions = new Questions(CATALOGUE);
        List<String> bad = new ArrayList<>();
        var experiment = CATALOGUE.experiment(preset);
        for (Setting<?> setting : experiment.settings().schema()) {
            if (setting.kind() != Setting.Kind.NUMBER) {
                continue;
            }
            for (double extreme : EXTREMES) {
                Map<String, Object> record =
                        new LinkedHashMap<>(experiment.settings().flat());
                record.put("model", experiment.model().name());
                record.put("steps", 30);
                record.put(setting.name(), extreme);
                for (String name : ASKED) {
                    try {
                        assertThat(questions
                                        .ask(name, Map.of("experiment", record))
                                        .apply(new Cancellation()))
                                .isNotNull();
                    } catch (InputException e) {
                        assertThat(e.getMessage()).doesNotContain("\n");
                    } catch (RuntimeException e) {
                        bad.add(name + " " + setting.name() + "=" + extreme + ": " + e);
                    }
                }
            }
        }
        assertThat(bad).isEmpty();
    }
}
