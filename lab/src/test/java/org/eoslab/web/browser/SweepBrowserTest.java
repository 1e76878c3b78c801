package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.interactions.Actions;

/** Sweep: a phase diagram, and the way from a cell to its run. */
@Tag("browser")
@Tag("slow")
class SweepBrowserTest {
    private static final String DRAWN = "document.querySelector('.sweep .js-plotly-plot .heatmaplayer image') !== null";
    private static Chromium browser;

    @BeforeAll
    static void open(@TempDir Path folder) {
        browser = Chromium.open(folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aCellOpensItsRunInPlay() throws IOException {
        browser.go("#/sweep?preset=canonical&x=eta,1,4,linear&y=alpha,0.3,0.9,linear&points=12&steps=3000");
        browser.await(DRAWN);
        assertThat(browser.find(".sweep .charts").getText()).contains("144 runs", "edge", "converged");
        assertThat(Files.readAllLines(browser.download("Rows (CSV)", "sweep.csv")))
                .hasSize(145)
                .first()
                .asString()
                .startsWith("index,eta,alpha,outcome,regime");
        browser.driver().executeScript("document.activeElement.blur()");
        new Actions(browser.driver())
                .moveToElement(browser.find(".sweep .js-plotly-plot"), 40, -20)
                .click()
                .perform();
        browser.await("location.hash.startsWith('#/play')");
        browser.await("document.querySelector('.timeline .scatterlayer .trace') !== null");
        double eta = Double.parseDouble(browser.find("#set-eta").getDomProperty("value"));
        double alpha = Double.parseDouble(browser.find("#set-alpha").getDomProperty("value"));
        assertThat((eta - 1) / 3 * 11)
                .isCloseTo(Math.rint((eta - 1) / 3 * 11), org.assertj.core.data.Offset.offset(1e-9));
        assertThat((alpha - 0.3) / 0.6 * 11)
                .isCloseTo(Math.rint((alpha - 0.3) / 0.6 * 11), org.assertj.core.data.Offset.offset(1e-9));
        browser.assertClean();
    }
}
