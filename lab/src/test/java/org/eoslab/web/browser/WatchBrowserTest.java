package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.eoslab.store.RunSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** Watch: a run from its start to its end, forked, and another one stopped and resumed. */
@BrowserTest
class WatchBrowserTest {
    private static final String STATUS = "document.querySelector('.watch .charts [role=status]').textContent";
    private static final String PROGRESS = "document.querySelector('.watch progress').value";
    private static final String READINGS = "Number(document.querySelector('.watch .stack').dataset.readings)";
    private final Chromium browser;

    WatchBrowserTest(Chromium browser) {
        this.browser = browser;
    }

    private void start(String preset, String steps) {
        browser.go("#/watch");
        new Select(browser.find("#watch-preset")).selectByVisibleText(preset);
        browser.type("#set-steps", steps);
        turn("Start");
    }

    /** Presses a button that puts another run on the screen: until that is there, what the page says is of the one before. */
    private void turn(String button) {
        Object before = browser.js("return location.hash");
        browser.button(button).click();
        browser.await("location.hash !== '" + before + "' && " + STATUS + " !== ''");
    }

    /** A run that a test leaves would keep those of the next waiting. */
    @AfterEach
    void stopWhatStillRuns() {
        browser.js("return fetch('/api/live').then(a => a.json()).then(a => Promise.all(a.runs"
                + ".filter(r => r.status === 'running' || r.status === 'waiting')"
                + ".map(r => fetch(`/api/live/${r.number}/stop`, { method: 'POST', body: '{}',"
                + " headers: { 'Content-Type': 'application/json' } }))))");
    }

    @Test
    void aLiveRunToItsEndAndAFork() {
        start("canonical", "4000");
        browser.await(STATUS + ".startsWith('finished · step 4\u202f000 of 4\u202f000')");
        RunSummary first = browser.store().list().get(0);
        assertThat(first.status()).isEqualTo(RunSummary.Status.FINISHED);

        browser.type("#fork-step", "1500");
        browser.type("#fork-eta", "2.5");
        turn("Fork");
        browser.await("document.querySelector('.watch h2').textContent.includes('2.5')");
        browser.await(STATUS + ".startsWith('finished')");
        RunSummary fork = browser.store().list().stream()
                .filter(run -> !run.id().equals(first.id()))
                .findFirst()
                .orElseThrow();
        assertThat(fork.settings()).contains("\"eta\":2.5");
        assertThat(browser.store()
                        .find(fork.id())
                        .document()
                        .path("forkOf")
                        .path("step")
                        .asLong())
                .isEqualTo(1500);
        assertThat(browser.store().find(fork.id()).table().get("step", 0)).isEqualTo(1500);
    }

    @Test
    void whatWasMeasuredOfTheCurvatureIsDrawn() {
        browser.go("#/watch");
        new Select(browser.find("#watch-preset")).selectByVisibleText("chebyshev-3");
        browser.type("#set-steps", "100");
        browser.find(".fold summary").click();
        for (String measure : List.of("trace", "density", "batch-sharpness")) {
            browser.find("#set-measures input[value=" + measure + "]").click();
        }
        browser.type("#set-batch", "5");
        browser.type("#set-measuresEvery", "50");
        turn("Start");
        browser.await(STATUS + ".startsWith('finished · step 100 of 100')");
        assertThat(browser.store().list().get(0).settings()).contains("\"trace,density,batch-sharpness\"");
        browser.await("document.querySelectorAll('.watch .pictures img').length === 2");
        browser.await("[...document.querySelectorAll('.watch .pictures img')].every(i => i.naturalWidth === 900)");
        assertThat(browser.all(".watch .head .legend li").stream().map(WebElement::getText))
                .contains("batch sharpness", "trace of the Hessian");
    }

    @Test
    void whatIsMeasuredIsDrawnWhileTheRunIsUnderWay() {
        browser.go("#/watch");
        Object number = browser.js(
                "const run = { preset: 'chebyshev-3', set: { steps: 1000000, measures: 'opposing', measuresEvery: 1 } };"
                        + "return fetch('/api/live', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(run) })"
                        + ".then(a => a.json()).then(a => a.number)");
        browser.go("#/watch?live=" + number);
        String picture = "document.querySelector('.pictures img[data-name=opposing]')";
        browser.await(picture + ".src.startsWith('data:') && " + picture + ".naturalWidth > 0");
        browser.button("Stop").click();
        browser.await(STATUS + ".startsWith('stopped')");
    }

    @Test
    void aNetworkIsWatchedAndForked() {
        start("chebyshev-4", "200");
        browser.await(STATUS + ".startsWith('finished · step 200 of 200')");
        assertThat(browser.find(".watch .charts [role=status]").getText()).contains("threshold 10");
        assertThat(browser.all(".watch .head .legend li").stream().map(WebElement::getText))
                .containsExactly(
                        "sharpness S",
                        "eigenvalue 2",
                        "eigenvalue 3",
                        "directional smoothness D",
                        "threshold",
                        "loss L",
                        "relative progress ΔL/(η‖g‖²)");
        RunSummary first = browser.store().list().get(0);
        double sharpness = browser.store().find(first.id()).table().get("sharpness", 0);
        WebElement plot = browser.find(".watch .u-over");
        int left = 1 - plot.getSize().getWidth() / 2;
        new Actions(browser.driver()).moveToElement(plot, left, 0).perform();
        String fiveDigits = new BigDecimal(sharpness)
                .round(new MathContext(5))
                .stripTrailingZeros()
                .toPlainString();
        assertThat(browser.find(".watch .tip").getText()).contains(fiveDigits);

        new Actions(browser.driver()).moveToElement(plot).click().perform();
        browser.await("!document.querySelector('.watch .cursor').hidden");
        int step = Integer.parseInt(browser.find("#fork-step").getDomProperty("value"));
        assertThat(step).isBetween(1, 199);
        browser.type("#fork-eta", "0.4");
        turn("Fork");
        browser.await("document.querySelector('.watch h2').textContent.includes('0.4')");
        browser.await(STATUS + ".startsWith('finished') && " + STATUS + ".includes('threshold 5')");
        RunSummary fork = browser.store().list().get(0);
        assertThat(browser.store().find(fork.id()).table().get("step", 0)).isEqualTo(step);
    }

    @Test
    void aRuleThatPreconditionsIsHeldAgainstItsOwnThreshold() {
        browser.go("#/watch");
        new Select(browser.find("#watch-preset")).selectByVisibleText("chebyshev-3");
        new Select(browser.find("#set-optimizer")).selectByVisibleText("rmsprop");
        browser.type("#set-eta", "0.001");
        browser.type("#set-steps", "100");
        turn("Start");
        browser.await(STATUS + ".startsWith('finished · step 100 of 100')");
        assertThat(browser.find(".watch .charts [role=status]").getText()).contains("λ(P⁻¹H) = ", "threshold 2000");
        assertThat(browser.all(".watch .head .legend li").stream().map(WebElement::getText))
                .containsExactly(
                        "preconditioned sharpness λ(P⁻¹H)", "threshold", "loss L", "relative progress ΔL/(η‖g‖²)");
    }

    @Test
    void whatIsExportedIsTheRun() throws IOException {
        start("canonical", "500");
        browser.await(STATUS + ".startsWith('finished · step 500 of 500')");
        String id = browser.store().list().get(0).id();
        assertThat(Files.readAllLines(browser.download("Columns (CSV)", id + ".csv")))
                .hasSize(502)
                .first()
                .asString()
                .startsWith("step,time,alpha");
        assertThat(Files.readString(browser.download("Experiment (YAML)", id + ".yaml")))
                .contains("eta: 3.2", "steps: 500");
        assertThat(Files.readString(browser.download("Picture (SVG)", id + ".svg")))
                .startsWith("<svg")
                .contains("sharpness S", "threshold");
        assertThat(browser.download("Picture (PNG)", id + ".png")).isNotEmptyFile();
        assertThat(Files.readString(browser.download("Report (HTML)", id + ".html")))
                .contains("<svg", "eta: 3.2", "finished");
    }

    /** Of 9,000,000 steps a pixel has some 10,000, of which every ninetieth is kept. */
    @Test
    void aZoomIntoALiveRunShowsRowsThatTheWholeHasNoRoomFor() {
        start("canonical", "9000000");
        browser.await(PROGRESS + " > 0.05");
        WebElement plot = browser.find(".watch .u-over");
        int width = plot.getSize().getWidth();
        browser.drag(plot, 1 - width / 2, width / 40, 0);
        browser.await(READINGS + " > " + width);
        browser.await(STATUS + ".startsWith('running')");
        Object zoomed = browser.js("return " + READINGS);
        browser.button("Stop").click();
        browser.await(STATUS + ".startsWith('stopped')");
        // Then from the store; the plot of a run that has ended may be another element.
        plot = browser.find(".watch .u-over");
        new Actions(browser.driver()).doubleClick(plot).perform();
        browser.await(READINGS + " !== " + zoomed);
        Object whole = browser.js("return " + READINGS);
        plot = browser.find(".watch .u-over");
        browser.drag(plot, 1 - width / 2, width / 40, 0);
        browser.await(READINGS + " > " + width + " && " + READINGS + " !== " + whole);
    }

    @Test
    void aRunIsStoppedAndResumed() {
        start("canonical", "9000000");
        browser.await(PROGRESS + " > 0.01");
        browser.button("Stop").click();
        browser.await(STATUS + ".startsWith('stopped')");
        browser.button("Resume").click();
        browser.await(STATUS + ".startsWith('running')");
        assertThat(
                        browser.js(
                                "const asked = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ columns: ['loss'] }) };"
                                        + "return fetch('/api/live').then(a => a.json())"
                                        + ".then(a => fetch(`/api/live/${a.runs[0].number}/columns`, asked)).then(a => a.json()).then(a => a.series.loss.step[0])"))
                .as("with the rows from before")
                .asInstanceOf(InstanceOfAssertFactories.LONG)
                .isLessThan(9_000_000 / 1200);
        browser.button("Stop").click();
        browser.await(STATUS + ".startsWith('stopped')");
    }
}
