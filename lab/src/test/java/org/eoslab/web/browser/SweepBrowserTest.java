package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eoslab.cli.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** Sweep: a phase diagram, and the way from a cell to its run. */
@BrowserTest
class SweepBrowserTest {
    private static final String DRAWN = "document.querySelector('.sweep .js-plotly-plot .heatmaplayer image') !== null";
    private static final String STATUS = "document.querySelector('.sweep .charts [role=status]').textContent";
    private final Chromium browser;

    SweepBrowserTest(Chromium browser) {
        this.browser = browser;
    }

    /** Clicks a little beside the middle of the diagram. */
    private void openARun() {
        browser.driver().executeScript("document.activeElement.blur()");
        new Actions(browser.driver())
                .moveToElement(browser.find(".sweep .js-plotly-plot"), 40, -20)
                .click()
                .perform();
        browser.await("location.hash.startsWith('#/play')");
        browser.await(PlayBrowserTest.DRAWN);
    }

    private double setting(String name) {
        return Double.parseDouble(browser.find("#set-" + name).getDomProperty("value"));
    }

    private static boolean onGrid(double place) {
        return Math.abs(place - Math.rint(place)) < 1e-9;
    }

    @Test
    void theCommandLineSweepsTheFileTakenHome(@TempDir Path folder) {
        browser.go("#/sweep?preset=canonical&x=eta,1,4,linear&y=lambda2,1e-4,1e-2,log&points=4&steps=500");
        browser.await(DRAWN);
        Path file = browser.download("Sweep file (YAML)", ".yaml");
        Program sweep = Program.eos(
                "sweep", file.toString(), "--out", folder.resolve("out").toString());
        assertThat(sweep.exitCode()).as(sweep.err()).isZero();
        assertThat(sweep.out()).contains("16 runs of 16 made now");
    }

    @Test
    void aSweepLeftInTheStoreIsOpened(@TempDir Path folder) throws IOException {
        String contents = """
                preset: canonical
                steps: 500
                sweep:
                  axes:
                    eta: {from: 1, to: 4, points: 6}
                    ratio: {from: 1e-4, to: 1e-2, points: 6, scale: log}
                  derived:
                    lambda2: ratio * lambda1
                """;
        Path file = Files.writeString(folder.resolve("ratio.yaml"), contents);
        String out = browser.store().folder().resolve("sweeps/ratio").toString();
        assertThat(Program.eos("sweep", file.toString(), "--out", out).exitCode())
                .isZero();

        browser.go("#/sweep");
        browser.await("document.querySelector('#sweep-source option[value=\"stored:ratio\"]') !== null");
        new Select(browser.find("#sweep-source")).selectByVisibleText("ratio");
        browser.await(STATUS + ".startsWith('36 runs.') && " + DRAWN);
        assertThat(Files.readString(browser.download("Sweep file (YAML)", "ratio.yaml")))
                .contains("ratio * lambda1");
        openARun();
        assertThat(onGrid((setting("eta") - 1) / 3 * 5)).isTrue();
        assertThat(onGrid(5 * (Math.log10(setting("lambda2")) + 4) / 2)).isTrue();
        assertThat(setting("steps")).isEqualTo(500);
    }

    @Test
    void aCellOpensItsRunInPlay() throws IOException {
        browser.go("#/sweep?preset=canonical&x=eta,1,4,linear&y=alpha,0.3,0.9,linear&points=12&steps=3000");
        browser.await(DRAWN);
        assertThat(browser.find(".sweep .charts").getText()).contains("144 runs", "edge", "converged");
        assertThat(Files.readAllLines(browser.download("Rows on the screen (CSV)", ".csv")))
                .hasSize(145)
                .first()
                .asString()
                .startsWith("index,eta,alpha,outcome,regime");
        openARun();
        assertThat(onGrid((setting("eta") - 1) / 3 * 11)).isTrue();
        assertThat(onGrid((setting("alpha") - 0.3) / 0.6 * 11)).isTrue();
    }
}
