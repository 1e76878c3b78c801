package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eoslab.cli.ProgramRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The report of {@code eos figures}, opened as a file: nobody is asked for anything, and space turns under the hand. */
@BrowserTest
class ReportBrowserTest {
    private static final String EYE =
            "JSON.stringify(document.querySelector('.space')._fullLayout.scene._scene.getCamera().eye)";
    private final Chromium browser;

    ReportBrowserTest(Chromium browser) {
        this.browser = browser;
    }

    @Test
    void opensWithoutANetworkAndTurns(@TempDir Path folder) {
        ProgramRun.eos("figures", "5", "--quick", "--out", folder.toString());
        browser.driver().get(folder.resolve("report.html").toUri().toString());
        browser.await("document.querySelector('.space canvas') !== null && document.querySelector('.space')._fullLayout"
                + ".scene._scene?.glplot != null");
        assertThat(browser.all("img")).allMatch(image -> !"0".equals(image.getDomProperty("naturalWidth")));
        Object eye = browser.js("return " + EYE);
        WebElement space = browser.find(".space");
        new Actions(browser.driver()).scrollToElement(space).perform();
        browser.drag(space, 0, 120, 40);
        browser.await(EYE + " !== '" + eye + "'");
        assertThat(browser.js("return performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:'))"
                        + ".map(e => e.name).join()"))
                .isEqualTo("");
    }
}
