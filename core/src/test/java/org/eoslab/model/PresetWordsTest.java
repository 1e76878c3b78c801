package org.eoslab.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a preset says that it shows is what its run counts. */
class PresetWordsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Pattern CYCLES = Pattern.compile("(\\d+) cycles");

    static Stream<Preset> presets() {
        return CATALOGUE.presets().stream()
                .filter(p -> CYCLES.matcher(p.shows()).find());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void itsCyclesAreThoseOfTheRun(Preset preset) {
        int cycles = Run.of(CATALOGUE.experiment(preset), new Recording.Every(1000), List.of())
                .trajectory()
                .timeline()
                .cycles()
                .size();
        assertThat(CYCLES.matcher(preset.shows()).results().map(MatchResult::group))
                .containsExactly(cycles + " cycles");
    }
}
