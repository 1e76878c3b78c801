package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** Play shows the run of the settings on the screen, or shows that it does not. */
@BrowserTest
class PlayTruthBrowserTest {
    private static final String CLAIMS_FRESH = "document.querySelector('table.claims')?.dataset.state === 'fresh'"
            + " && document.querySelector('.claims tbody tr') !== null";
    private static final String STATES =
            "['.plotbox.tall', '.paths', '.readout', 'table.claims'].map(s => document.querySelector('.play ' + s).dataset.state)";

    private final Chromium browser;
    private final PlayPage play;

    PlayTruthBrowserTest(Chromium browser) {
        this.browser = browser;
        play = new PlayPage(browser);
    }

    private void forgetComplaints() {
        // A refusal is logged by the browser as a failed request.
        browser.driver().manage().logs().get("browser");
    }

    private String states() {
        return String.valueOf(browser.js("return " + STATES));
    }

    private String claims() {
        return browser.find("table.claims").getText();
    }

    @Test
    void anotherModelsNumbersAreDimmedAtOnceAndItsTablesEmptied() {
        browser.go("#/play?preset=canonical");
        browser.await(CLAIMS_FRESH);
        browser.await("document.querySelectorAll('.readout dd').length > 5");
        List<?> atOnce = (List<?>) browser.js("const s = document.querySelector('#preset'); s.value = 'zhu';"
                + "s.dispatchEvent(new Event('change'));"
                + "return [" + STATES + ".join(), document.querySelectorAll('.claims tbody tr').length,"
                + "document.querySelectorAll('.readout dd').length, document.querySelector('.shows').textContent,"
                + "document.querySelector('.play .plotbox.tall').classList.contains('other')]");
        assertThat(atOnce.get(0)).isEqualTo("computing,computing,computing,computing");
        assertThat(atOnce.get(1)).isEqualTo(0L);
        assertThat(atOnce.get(2)).isEqualTo(0L);
        assertThat(atOnce.get(3)).asString().contains("ends at 1.99995");
        assertThat(atOnce.get(4)).isEqualTo(true);
        browser.await(PlayPage.FRESH + " && " + CLAIMS_FRESH);
        Catalogue catalogue = Catalogue.load();
        Run zhu = Run.of(catalogue.experiment(catalogue.preset("zhu")), Recording.ALL, List.of());
        assertThat(browser.all("table.claims button.claim").stream().map(WebElement::getText))
                .containsExactlyElementsOf(
                        zhu.findings().stream().map(finding -> finding.id()).toList());
        assertThat(claims()).contains("holds");
    }

    @Test
    void whatIsRefusedLeavesNoClaimsAndNothingToExport() throws IOException {
        browser.go("#/play?preset=canonical");
        browser.await(CLAIMS_FRESH);
        browser.type("#set-eta", "NaN");
        browser.await(STATES + ".every(state => state === 'failed')");
        assertThat(browser.find(".problem").getText()).contains("eta: NaN is not allowed");
        assertThat(browser.all(".claims tbody tr")).isEmpty();
        assertThat(browser.all(".readout dd")).isEmpty();
        browser.button("Export").click();
        browser.button("Report (HTML)").click();
        browser.await("document.querySelector('.menu .problem').textContent.includes('are not those of the settings')");
        browser.type("#set-eta", "3.2");
        browser.await(PlayPage.FRESH + " && " + CLAIMS_FRESH);
        assertThat(states()).doesNotContain("failed");
        assertThat(Files.readString(browser.download("Report (HTML)", ".html"))).contains("T4.1");
        forgetComplaints();
    }

    /** The run is drawn; its claims, which take more, are not checked: then none stand there, least of all those before. */
    @Test
    void claimsThatAreNotCheckedAreNotShown() {
        browser.go("#/play?preset=canonical");
        browser.await(CLAIMS_FRESH);
        browser.type("#set-steps", "900000");
        browser.await("document.querySelector('table.claims').dataset.state === 'failed' && " + PlayPage.FRESH);
        assertThat(browser.find(".claimsbox").getText()).contains("steps: 900000 is not allowed here");
        assertThat(browser.all(".claims tbody tr")).isEmpty();
        forgetComplaints();
    }

    @ParameterizedTest
    @CsvSource({
        "eta, 1e400, eta: 1e400 is not allowed",
        "eta, Infinity, eta: Infinity is not allowed",
        "steps, 1e16, it must be at most 2000000 (",
        "steps, 1e9, it must be at most 2000000 ("
    })
    void aRefusalNamesTheValueAndWhatIsAllowedHere(String setting, String text, String why) {
        play.open("preset=canonical");
        browser.type("#set-" + setting, text);
        browser.await("!document.querySelector('.play .problem').hidden");
        assertThat(browser.find(".play .problem").getText()).contains(why);
        forgetComplaints();
    }

    @Test
    void stepsBeyondTheRunInAnAddressAreCutOff() {
        play.open("preset=canonical&range=-10..500");
        assertThat(play.range()).containsExactly(0.0, 500.0);
        play.open("preset=canonical&range=-10..");
        assertThat(play.range()).containsExactly(0.0, 6000.0);
    }

    @Test
    void aRunThatDivergesHasNoPhases() {
        play.open("preset=canonical");
        assertThat(browser.all(".play .charts .row .legend li")).isNotEmpty();
        browser.type("#set-eta", "1e300");
        browser.await("document.querySelector('.play .problem').textContent.includes('diverges')");
        assertThat(browser.all(".play .charts .row .legend li")).isEmpty();
    }

    private static Table table(String preset) {
        Catalogue catalogue = Catalogue.load();
        return Run.of(catalogue.experiment(catalogue.preset(preset)), Recording.ALL, List.of())
                .trajectory()
                .table();
    }

    private void awaitDot(double x, double y) {
        browser.await("document.querySelector('.plane .dot').dataset.at === '"
                + browser.js("return [" + x + "," + y + "].join()") + "'");
    }

    @Test
    void theMarkIsWhereTheRunIsWhateverIsOnTheScreen() {
        play.open("preset=canonical&range=380..1580&at=700");
        Table canonical = table("canonical");
        awaitDot(canonical.get("alpha", 700), canonical.get("beta2", 700));
        // Outside the zoom it is within the plane's axes, or hidden.
        play.open("preset=canonical&range=380..1580&at=6000");
        browser.await("document.querySelectorAll('.readout dd').length > 5");
        String at = canonical.get("alpha", 6000) + "," + canonical.get("beta2", 6000);
        assertThat(browser.js(
                        "const dot = document.querySelector('.plane .dot'); return dot.hidden ? '' : dot.dataset.at"))
                .isIn("", at);
        play.open("preset=zhu&at=0");
        browser.await(PlayPage.FRESH);
        awaitDot(12.5, 0.05);
        List<?> places =
                (List<?>) browser.js("return ['.handle', '.dot'].map(s => document.querySelector('.plane ' + s))"
                        + ".map(e => e.style.transform)");
        assertThat(places.get(0)).isEqualTo(places.get(1));
    }

    /** A phone that is turned while the plane, which has got other lines, is out of sight. */
    @Test
    void aPlotThatIsOutOfSightCanBeResized() {
        browser.size(390, 844);
        play.open("preset=canonical");
        browser.await(PlayPage.FRESH);
        browser.js("document.querySelector('.plane').scrollIntoView()");
        browser.await("document.querySelector('.plane canvas') !== null");
        browser.js("scrollTo(0, 0)");
        browser.await("document.querySelector('.plane').getBoundingClientRect().top > innerHeight");
        browser.js(
                "const s = document.querySelector('#preset'); s.value = 'wang'; s.dispatchEvent(new Event('change'))");
        browser.await(PlayPage.FRESH);
        browser.size(844, 390);
        browser.js("document.querySelector('.plane').scrollIntoView()");
        browser.await("Math.abs(document.querySelector('.plane canvas').getBoundingClientRect().width"
                + " - document.querySelector('.plane .chart').clientWidth) < 2");
    }

    @Test
    void aServerThatDoesNotAnswerIsSaidToBeAway() {
        play.open("preset=canonical");
        browser.await(PlayPage.FRESH);
        browser.stopServer();
        browser.await("!document.querySelector('.banner').hidden");
        browser.type("#set-eta", "2.5");
        browser.await("document.querySelector('.play .plotbox.tall').dataset.state === 'stale'");
        assertThat(browser.find(".play .problem").getText()).isEqualTo("The server does not answer.");
        browser.startServer();
        browser.await("document.querySelector('.banner').hidden");
        browser.await(PlayPage.FRESH + " && " + CLAIMS_FRESH);
        assertThat(browser.js("return location.hash")).asString().contains("eta=2.5");
        forgetComplaints();
    }
}
