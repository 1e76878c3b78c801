package org.eoslab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.InputException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures that need no data set, each by the claims behind it. */
class PaperFiguresTest {
    static List<Integer> usual() {
        return PaperFigures.usual();
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("usual")
    void showsWhatItsCaptionSays(int number) {
        PaperFigure figure = PaperFigures.make(number, true);
        assertThat(figure.number()).isEqualTo(number);
        assertThat(figure.evidence()).isNotEmpty().extracting(Finding::verdict).containsOnly(Verdict.HOLDS);
        assertThat(figure.figure().panels()).isNotEmpty();
    }

    @Test
    void refusesANumberThatIsNotThere() {
        assertThatThrownBy(() -> PaperFigures.check(List.of(1, 16)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("figure 16");
    }
}
