package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eoslab.cli.ProgramRun;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What is taken out of Play and brought back: files, pictures, a report, the address. */
@BrowserTest
class PlayExportBrowserTest {
    private final Chromium browser;
    private final PlayPage play;

    PlayExportBrowserTest(Chromium browser) {
        this.browser = browser;
        play = new PlayPage(browser);
    }

    @Test
    void whatIsExportedIsTheRun() throws IOException {
        browser.go("#/play?preset=canonical");
        browser.await(PlayPage.CLAIMS);
        Catalogue catalogue = Catalogue.load();
        Table table = Run.of(catalogue.experiment(catalogue.preset("canonical")), Recording.ALL, List.of())
                .trajectory()
                .table();

        List<String> csv = Files.readAllLines(browser.download("Every column at every step (CSV)", ".csv"));
        assertThat(csv).hasSize(6002);
        assertThat(csv.get(0)).isEqualTo(String.join(",", table.names()));
        assertThat(csv.get(1 + 300).split(",")[2]).isEqualTo(String.valueOf(table.get("alpha", 300)));
        Path experiment = browser.download("Experiment (YAML)", ".yaml");
        assertThat(Files.readString(experiment))
                .contains("model: minimalist", "eta: 3.2", "clip: floor 1.81", "  beta1: 0.005");
        assertThat(ProgramRun.eos("run", experiment.toString(), "--no-store").out())
                .contains("converg");
        assertThat(Files.readString(browser.download("Picture (SVG)", ".svg")))
                .startsWith("<svg")
                .contains("ηS");
        assertThat(Files.readAllBytes(browser.download("Picture (PNG)", ".png")))
                .startsWith(0x89, 'P', 'N', 'G');
        String report = Files.readString(browser.download("Report (HTML)", ".html"));
        assertThat(report.contains("Plotly.newPlot('space'")).isTrue();
        // The plotting library itself is a script within; the rest must not ask anybody for anything.
        assertThat(report.replaceAll("(?s)<script>.*?</script>", ""))
                .contains("<svg", "T4.1", "eta: 3.2")
                .doesNotContainPattern("(src|href)=\"https?://");
    }

    @Test
    void theAddressReproducesTheView() {
        String address = "#/play?model=minimalist&lambda1=1&lambda2=0.002&eta=2.5&alpha=0.65&beta1=0.01&beta2=0.25"
                + "&clip=none&steps=3000&at=700&range=500..1500";
        browser.go(address);
        browser.await(PlayPage.DRAWN + " && " + PlayPage.FRESH);
        browser.await("document.querySelector('.transport output').textContent.includes('step 700 of')");
        assertThat(List.of(play.field("lambda2"), play.field("eta"), play.field("alpha"), play.field("steps")))
                .containsExactly("0.002", "2.5", "0.65", "3000");
        Object drawn = play.timeline();
        assertThat(play.range()).containsExactly(500.0, 1500.0);

        WebElement eta = browser.find("#set-eta");
        eta.sendKeys(Keys.chord(Keys.CONTROL, "a"), "2.75", Keys.ENTER);
        browser.await("location.hash.includes('eta=2.75')");
        browser.await("another timeline", d -> !play.timeline().equals(drawn));
        browser.await(PlayPage.FRESH);
        Object changed = play.timeline();
        String copied = String.valueOf(browser.js("return location.hash"));
        browser.go(copied);
        browser.await(PlayPage.DRAWN + " && " + PlayPage.FRESH);
        assertThat(play.field("eta")).isEqualTo("2.75");
        assertThat(play.timeline()).isEqualTo(changed);
    }

    @Test
    void markupInTheAddressStaysText() {
        browser.go("#/play?model=kreisler&weights=%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E");
        assertThat(browser.find(".problem").getText()).contains("<img src=x onerror=window.hacked=1> is not allowed");
        assertThat(browser.js("return window.hacked === undefined")).isEqualTo(true);
        // The refusal itself is logged by the browser as a failed request.
        browser.driver().manage().logs().get("browser");
    }
}
