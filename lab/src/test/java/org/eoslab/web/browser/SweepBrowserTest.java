package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eoslab.cli.ProgramRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** Sweep: a phase diagram, and the way from a cell to its run. */
@BrowserTest
class SweepBrowserTest {
    private static final String DRAWN = "document.querySelector('.sweep .js-plotly-plot .heatmaplayer image') !== null";
    private static final String STATUS = "document.querySelector('.sweep .charts [role=status]').textContent";
    private static final String RATIO = """
            preset: canonical
            steps: 500
            sweep:
              axes:
                eta: {from: 1, to: 4, points: 7}
                ratio: {from: 1e-4, to: 1e-2, points: 7, scale: log}
              derived:
                lambda2: ratio * lambda1
            """;
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
        browser.await(PlayPage.DRAWN);
    }

    private double setting(String name) {
        return Double.parseDouble(browser.find("#set-" + name).getDomProperty("value"));
    }

    private static boolean onGrid(double place) {
        return Math.abs(place - Math.rint(place)) < 1e-9;
    }

    @Test
    void theCommandLineSweepsTheFileExported(@TempDir Path folder) {
        browser.go("#/sweep?preset=canonical&x=eta,1,4,linear&y=lambda2,1e-4,1e-2,log&points=4&steps=500");
        browser.await(DRAWN);
        Path file = browser.download("Sweep file (YAML)", ".yaml");
        ProgramRun sweep = ProgramRun.eos(
                "sweep", file.toString(), "--out", folder.resolve("out").toString());
        assertThat(sweep.exitCode()).as(sweep.err()).isZero();
        assertThat(sweep.out()).contains("16 runs of 16 made now");
    }

    /** Leaves a sweep in the store, as the command line does. */
    static void store(Chromium browser, String name, String contents) throws IOException {
        Path folder = browser.store().folder();
        Path file = Files.writeString(folder.resolve(name + ".yaml"), contents);
        ProgramRun sweep = ProgramRun.eos(
                "sweep",
                file.toString(),
                "--out",
                folder.resolve("sweeps").resolve(name).toString());
        assertThat(sweep.exitCode()).as(sweep.err()).isZero();
    }

    private void choose(String name) {
        browser.go("#/sweep");
        browser.await("document.querySelector('#sweep-source option[value=\"stored:" + name + "\"]') !== null");
        new Select(browser.find("#sweep-source")).selectByVisibleText(name);
    }

    @Test
    void aBorderLeftInTheStoreIsOpened() throws IOException {
        store(browser, "brink", RATIO + "border: {of: regime, coarse: 4, tolerance: 1e-3}\n");
        choose("brink");
        browser.await(STATUS + ".includes('points of the border, from ') && " + DRAWN);
        assertThat(browser.find(".sweep .legend").getText()).contains("edge: has crossed", "border");
        List<String> rows = Files.readAllLines(browser.download("Rows on the screen (CSV)", "brink.csv"));
        assertThat(rows).first().isEqualTo("eta,ratio,before,after");
        browser.await(points(rows.size() - 1));
        assertThat(Files.readString(browser.download("Sweep file (YAML)", "brink.yaml")))
                .contains("border:", "tolerance: 0.001");
        assertThat(Files.readString(browser.download("Picture (SVG)", "brink.svg")))
                .startsWith("<svg")
                .contains("ratio", "converged", "border");
        assertThat(browser.download("Picture (PNG)", "brink.png")).isNotEmptyFile();
        assertThat(Files.readString(browser.download("Report (HTML)", "brink.html")))
                .contains("<svg", "points of the border", "of: \"regime\"");
        openARun();
        assertThat(onGrid((setting("eta") - 1) / 3 * 8)).isTrue();
        assertThat(onGrid(8 * (Math.log10(setting("lambda2")) + 4) / 2)).isTrue();
    }

    private static String points(int count) {
        return "document.querySelectorAll('.sweep .scatterlayer .point').length === " + count;
    }

    @Test
    void aPointOfABorderOpensItsRun() throws IOException {
        store(browser, "brim", RATIO + "border: {of: regime, coarse: 4, tolerance: 1e-3}\n");
        choose("brim");
        browser.await(STATUS + ".includes('points of the border, from ') && " + DRAWN);
        List<String> rows = Files.readAllLines(browser.download("Rows on the screen (CSV)", "brim.csv"));
        String[] last = rows.get(rows.size() - 1).split(",");
        browser.await(points(rows.size() - 1));
        browser.driver().executeScript("document.activeElement.blur()");
        new Actions(browser.driver())
                .moveToElement(browser.all(".sweep .scatterlayer .point").get(rows.size() - 2))
                .click()
                .perform();
        browser.await("location.hash.startsWith('#/play')");
        browser.await(PlayPage.DRAWN);
        assertThat(setting("eta")).isEqualTo(Double.parseDouble(last[0]));
        assertThat(setting("lambda2")).isEqualTo(Double.parseDouble(last[1]));
    }

    @Test
    void aSweepLeftInTheStoreIsOpened() throws IOException {
        store(browser, "ratio", RATIO);
        choose("ratio");
        browser.await(STATUS + ".startsWith('49 runs:') && " + DRAWN);
        assertThat(Files.readString(browser.download("Sweep file (YAML)", "ratio.yaml")))
                .contains("ratio * lambda1");
        openARun();
        assertThat(onGrid((setting("eta") - 1) / 3 * 6)).isTrue();
        assertThat(onGrid(6 * (Math.log10(setting("lambda2")) + 4) / 2)).isTrue();
        assertThat(setting("steps")).isEqualTo(500);
    }

    @Test
    void aCellOpensItsRunInPlay() throws IOException {
        browser.go("#/sweep?preset=canonical&x=eta,1,4,linear&y=alpha,0.3,0.9,linear&points=12&steps=3000");
        browser.await(DRAWN);
        assertThat(browser.find(".sweep .charts").getText())
                .contains("144 runs", "below the edge", "through the edge", "EoS window");
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
