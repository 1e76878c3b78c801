package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.job.RunJson;
import org.eoslab.run.Recording;
import org.eoslab.store.RunWriter;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Watch shows the run that was asked for, as it stands now, or shows that it does not. */
@BrowserTest
class WatchTruthBrowserTest {
    private static final String STATUS = "document.querySelector('.watch .charts [role=status]').textContent";
    private static final String PROBLEM = "document.querySelector('.watch .charts > .problem')";
    private static final String STATE = "document.querySelector('.watch .charts > [data-state]').dataset.state";
    private static final String PROGRESS = "document.querySelector('.watch progress').value";
    private final Chromium browser;

    WatchTruthBrowserTest(Chromium browser) {
        this.browser = browser;
    }

    /** Starts a run and looks at it. */
    private void start(String preset, String settings) {
        Object number = browser.js(
                "return fetch('/api/live', { method: 'POST', headers: { 'Content-Type': 'application/json' },"
                        + "body: JSON.stringify({ preset: '" + preset + "', set: " + settings + " }) })"
                        + ".then(a => a.json()).then(a => a.number)");
        browser.go("#/watch?live=" + number);
    }

    private WebElement entry(String text) {
        return browser.find(".livelist").findElement(By.xpath(".//button[contains(., '" + text + "')]"));
    }

    private List<String> shownButtons() {
        List<?> texts = (List<?>) browser.js("return [...document.querySelectorAll('.watch .charts button')]"
                + ".filter(b => b.checkVisibility()).map(b => b.textContent)");
        return texts.stream().map(String::valueOf).toList();
    }

    private void forgetComplaints() {
        browser.driver().manage().logs().get("browser");
    }

    @Test
    void aServerThatDiesIsSaidSoAndTheRunIsFoundAgain() {
        browser.go("#/watch");
        start("canonical", "{ steps: 9000000 }");
        browser.await("location.hash.startsWith('#/watch?run=canonical-')");
        browser.await(PROGRESS + " > 0.01");
        browser.stopServer();
        browser.await("!document.querySelector('.banner').hidden && " + STATE + " === 'stale'");
        browser.startServer();
        browser.await("document.querySelector('.banner').hidden && " + STATUS + ".startsWith('resumable')");
        browser.await(STATE + " === 'fresh'");
        assertThat(shownButtons()).contains("Resume").doesNotContain("Stop");
        browser.driver().navigate().refresh();
        browser.await(STATUS + ".startsWith('resumable')");
        assertThat(browser.all(".livelist li")).hasSize(browser.store().list().size());
        browser.button("Resume").click();
        browser.await(STATUS + ".startsWith('running')");
        assertThat(browser.all(".livelist li")).hasSize(browser.store().list().size());
        browser.button("Stop").click();
        browser.await(STATUS + ".startsWith('stopped')");
        forgetComplaints();
    }

    @Test
    void aNumberOfAnotherServerIsSaidToBeUnknown() {
        browser.go("#/watch?live=99");
        browser.await("!" + PROBLEM + ".hidden");
        assertThat(browser.find(".watch .charts > .problem").getText()).contains("no run number 99");
        assertThat(shownButtons()).doesNotContain("Stop", "Resume", "Fork");
    }

    @Test
    void aRunThatTheStoreHasLostLeavesNothingToPress() {
        browser.go("#/watch?run=canonical-20200101-000000-0000");
        browser.await("!" + PROBLEM + ".hidden");
        assertThat(browser.find(".watch .charts > .problem").getText()).contains("canonical-20200101-000000-0000");
        assertThat(shownButtons()).doesNotContain("Stop", "Resume", "Fork");
        assertThat(browser.js("return " + STATE)).isEqualTo("failed");
        forgetComplaints();
    }

    @Test
    void anErrorIsThatOfItsRunAlone() {
        browser.go("#/watch");
        start("canonical", "{ steps: 300 }");
        browser.await(STATUS + ".startsWith('finished')");
        start("cifar-fc-1000", "{ steps: 10, data: '/nowhere' }");
        browser.await("document.querySelector('.livelist').textContent.includes('failed')");
        entry("cifar-fc-1000").click();
        browser.await("!" + PROBLEM + ".hidden");
        assertThat(browser.find(".watch .charts > .problem").getText()).contains("/nowhere");
        entry("canonical").click();
        browser.await(STATUS + ".startsWith('finished · step 300')");
        assertThat(browser.js("return " + PROBLEM + ".hidden")).isEqualTo(true);
    }

    @Test
    void aPressOnAnEntryIsNotLostWhenTheListChangesMeanwhile() {
        browser.go("#/watch");
        start("canonical", "{ steps: 310 }");
        browser.await(STATUS + ".startsWith('finished · step 310')");
        String mark = entry("finished").findElement(By.cssSelector("code")).getText();
        start("canonical", "{ steps: 9000000 }");
        browser.await(STATUS + ".startsWith('running')");
        Actions hand = new Actions(browser.driver());
        hand.clickAndHold(entry(mark)).perform();
        String note = entry("running").getText();
        browser.await("another note", d -> !entry("running").getText().equals(note));
        hand.release().perform();
        browser.await(STATUS + ".startsWith('finished · step 310')");
        entry("running").click();
        browser.button("Stop").click();
        browser.await(STATUS + ".startsWith('stopped')");
    }

    @Test
    void aForkIsWhatWasTypedOrIsRefused() {
        browser.go("#/watch");
        start("canonical", "{ steps: 400 }");
        browser.await(STATUS + ".startsWith('finished · step 400')");
        int runs = browser.store().list().size();
        for (List<String> typed : List.of(
                List.of("100", "NaN", "η: NaN"),
                List.of("100", "abc", "η: abc"),
                List.of("", "3", "step: nothing"),
                List.of("2.5", "3", "step: 2.5"),
                List.of("-1", "3", "step: -1"),
                List.of("1e9", "3", "step: 1e9"))) {
            browser.type("#fork-step", typed.get(0));
            browser.type("#fork-eta", typed.get(1));
            browser.button("Fork").click();
            assertThat(browser.find(".fork .problem").getText()).startsWith(typed.get(2) + " is not allowed");
        }
        assertThat(browser.store().list()).hasSize(runs);
        browser.type("#fork-step", "100");
        browser.type("#fork-eta", "2.75");
        browser.button("Fork").click();
        browser.await("document.querySelector('.watch .charts h2').textContent.includes('2.75')");
        browser.await(STATUS + ".startsWith('finished')");
        assertThat(browser.store().list()).hasSize(runs + 1);
    }

    @Test
    void aLongNameWidensNoPage() {
        Catalogue catalogue = Catalogue.load();
        var experiment = catalogue.experiment(catalogue.preset("canonical")).with(Map.of("steps", 50));
        Run run = Run.of(experiment, Recording.ALL, List.of());
        String name = "n".repeat(180);
        String id;
        try (RunWriter writer = browser.store().begin(name, experiment)) {
            writer.rows(run.trajectory().table());
            id = writer.finish(RunJson.of(run, null, name, new Recording.Every(10)))
                    .id();
        }
        for (String address : List.of("#/watch?run=" + id, "#/compare?runs=" + id)) {
            for (int width : List.of(1440, 400)) {
                browser.width(width);
                browser.go(address);
                browser.await("Number(document.querySelector('main .stack')?.dataset.readings) > 0");
                assertThat(browser.js("return document.documentElement.scrollWidth <= innerWidth"))
                        .as(address + " at " + width)
                        .isEqualTo(true);
                assertThat(browser.js("return [...document.querySelectorAll('main h2, main .legend li')]"
                                + ".filter(e => e.checkVisibility()).every(e => {"
                                + "const card = e.closest('.card, .charts').getBoundingClientRect();"
                                + "return e.getBoundingClientRect().right <= card.right + 1 })"))
                        .as(address + " at " + width + ": within its card")
                        .isEqualTo(true);
            }
        }
        browser.store().delete(id);
    }
}
