package org.eoslab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.InputException;
import org.eoslab.figure.report.HtmlReport;
import org.eoslab.figure.report.PaperFigure;
import org.eoslab.figure.report.Size;
import org.eoslab.plot.draw.FigureFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures that need no data set, each by the claims behind it. */
class PaperFiguresTest {
    static List<String> usual() {
        return PaperFigures.usual();
    }

    @ParameterizedTest
    @MethodSource("usual")
    void showsWhatItsCaptionSays(String name) {
        PaperFigure figure = PaperFigures.make(name, Size.QUICK);
        assertThat(figure.name()).isEqualTo(name);
        assertThat(figure.evidence()).isNotEmpty().extracting(Finding::verdict).containsOnly(Verdict.HOLDS);
        assertThat(figure.figure().panels()).isNotEmpty();
        assertThat(figure.figure().subtitle()).contains("η", "made by: eos figures " + name + " --quick");
    }

    @Test
    void refusesANumberThatIsNotThere() {
        assertThatThrownBy(() -> PaperFigures.check(List.of("1", "16")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("figure 16");
    }

    @Test
    void theReportIsOfAllFiguresInTheFolder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("other.json"), "{\"name\": 5");
        for (String name : List.of("3", "1", "3")) {
            PaperFigure figure = PaperFigures.make(name, Size.USUAL);
            FigureFiles.write(figure.figure(), folder);
            HtmlReport.record(figure, folder);
            HtmlReport.write(folder, PaperFigures.names());
        }
        assertThat(HtmlReport.write(folder, PaperFigures.names())).isEqualTo(2);
        String report = Files.readString(folder.resolve("report.html"));
        assertThat(report)
                .contains(
                        "λ₁ = 1, λ₂ = 0.001, η = 3.2; start α = 0.7, β₁ = 0.005, β₂ = 0.2; clip = floor 1.81", "L5.1");
        assertThat(report.indexOf("<h2>Figure 1")).isPositive().isLessThan(report.indexOf("<h2>Figure 3"));
        assertThat(report.split("<h2>", -1)).hasSize(3);
    }
}
