package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eoslab.cli.Program;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.trajectory.Recording;
import org.eoslab.trajectory.Table;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Play: sliders, the start dragged, claims, time, the address, and what is taken home. */
@BrowserTest
class PlayBrowserTest {
    /** The timeline has lines in it. */
    static final String DRAWN = "Number(document.querySelector('.timeline')?.dataset.readings) > 0"
            + " && document.querySelector('.timeline canvas') !== null";

    private static final String SPACE_DRAWN = "document.querySelector('.space canvas')?.dataset.eye !== undefined";
    private static final String PICTURE = "return arguments[0].toDataURL()";
    private static final String CLAIMS = "document.querySelectorAll('.claims tbody tr').length > 5";

    /** Milliseconds: twice what a frame may take, for a machine that does other things too. */
    private static final long SLOWEST_FRAME = 200;

    private final Chromium browser;

    PlayBrowserTest(Chromium browser) {
        this.browser = browser;
    }

    private String field(String name) {
        return browser.find("#set-" + name).getDomProperty("value");
    }

    /** The timeline as it looks. */
    private Object timeline() {
        return browser.js("return [...document.querySelectorAll('.timeline canvas')].map(c => c.toDataURL()).join()");
    }

    private List<Double> range() {
        return Stream.of(browser.find(".timeline").getDomAttribute("data-range").split("\\.\\."))
                .map(Double::valueOf)
                .toList();
    }

    @Test
    void showsTheRunItsClaimsAndTheWindow() {
        browser.go("#/play?preset=canonical");
        browser.await(DRAWN);
        browser.await(CLAIMS);
        assertThat(browser.find("table.claims").getText())
                .contains("T4.1", "holds")
                .doesNotContain("fails");
        assertThat(browser.find(".controls .note").getText()).contains("1.6 < η ≤ 4.0816");
        assertThat(browser.find(".setting .band").getDomAttribute("title")).contains("EoS window");
        assertThat(browser.find(".side").getText()).contains("gradient flow", "solutions αβ₂ = 1");
    }

    @Test
    void theAddressReproducesTheView() {
        String address = "#/play?model=minimalist&lambda1=1&lambda2=0.002&eta=2.5&alpha=0.65&beta1=0.01&beta2=0.25"
                + "&clip=none&steps=3000&at=700&range=500..1500";
        browser.go(address);
        browser.await(DRAWN);
        browser.await("document.querySelector('.transport output').textContent.includes('step 700 of')");
        assertThat(List.of(field("lambda2"), field("eta"), field("alpha"), field("steps")))
                .containsExactly("0.002", "2.5", "0.65", "3000");
        Object drawn = timeline();
        assertThat(range()).containsExactly(500.0, 1500.0);

        WebElement eta = browser.find("#set-eta");
        eta.sendKeys(Keys.chord(Keys.CONTROL, "a"), "2.75", Keys.ENTER);
        browser.await("location.hash.includes('eta=2.75')");
        assertThat(timeline()).isNotEqualTo(drawn);
        Object changed = timeline();
        String copied = String.valueOf(browser.js("return location.hash"));
        browser.go(copied);
        browser.await(DRAWN);
        assertThat(field("eta")).isEqualTo("2.75");
        assertThat(timeline()).isEqualTo(changed);
    }

    @Test
    void aHandfulOfStepsIsNumberedByWholeSteps() {
        browser.go("#/play?preset=canonical");
        browser.await(DRAWN);
        browser.js("window.written = [];"
                + "const write = CanvasRenderingContext2D.prototype.fillText;"
                + "CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {"
                + "    if (this.canvas.closest('.timeline')) window.written.push(text);"
                + "    write.call(this, text, ...place); };"
                + "location.hash = location.hash + '&range=700..703'");
        browser.await("document.querySelector('.timeline').dataset.range === '700..703'"
                + " && window.written.includes('702')");
        assertThat((List<?>) browser.js("return window.written.filter(t => /^70\\d/.test(t))"))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(String.valueOf(label)).matches("70[0-3]"));
    }

    @Test
    void theStartCanBeDraggedAndMovedByKeys() {
        browser.go("#/play?preset=canonical");
        browser.await(DRAWN);
        WebElement handle = browser.find(".handle");
        String before = field("alpha");
        Object drawn = timeline();
        browser.drag(handle, 0, 24, -16);
        browser.await("document.querySelector('#set-alpha').value !== '" + before + "'");
        assertThat(Double.parseDouble(field("alpha"))).isGreaterThan(0.7);
        assertThat(Double.parseDouble(field("beta2"))).isGreaterThan(0.2);
        browser.await("location.hash.includes('alpha=' + document.querySelector('#set-alpha').value)");
        assertThat(timeline()).isNotEqualTo(drawn);

        double dragged = Double.parseDouble(field("alpha"));
        browser.find(".handle").sendKeys(Keys.ARROW_RIGHT);
        assertThat(Double.parseDouble(field("alpha"))).isGreaterThan(dragged);
    }

    @Test
    void thePointerReadsZoomsAndPicks() {
        browser.go("#/play?preset=canonical");
        browser.await(DRAWN);
        Object whole = timeline();
        WebElement loss = browser.all(".timeline .u-over").get(1);
        new Actions(browser.driver()).moveToElement(loss, 10, 0).perform();
        assertThat(browser.find(".timeline .tip").getText()).contains("step 3", "ηS", "loss L", "β₂");

        browser.drag(loss, -100, 100, 10);
        browser.await("document.querySelector('.timeline').dataset.range !== '0..6000'");
        assertThat(range().get(0)).isBetween(1500.0, 2500.0);
        assertThat(range().get(1)).isBetween(2900.0, 3100.0);
        browser.await("location.hash.includes('range=')");
        assertThat(timeline()).isNotEqualTo(whole);

        new Actions(browser.driver()).moveToElement(loss).click().perform();
        browser.await("!document.querySelector('.timeline .cursor').hidden");
        browser.await("/step 2.\\d\\d\\d of/.test(document.querySelector('.transport output').textContent)");
        new Actions(browser.driver()).doubleClick(loss).perform();
        browser.await("document.querySelector('.timeline').dataset.range === '0..6000'");
        assertThat(timeline()).isEqualTo(whole);
    }

    @Test
    void spaceTurnsUnderTheHandAndByKeys() {
        browser.go("#/play?preset=canonical");
        browser.await(SPACE_DRAWN);
        WebElement space = browser.find(".space canvas");
        Object before = browser.js(PICTURE, space);
        browser.drag(space, 0, 40, 10);
        browser.await("location.hash.includes('camera=')");
        Object dragged = browser.js(PICTURE, space);
        assertThat(dragged).isNotEqualTo(before);
        String eye = space.getDomAttribute("data-eye");
        space.sendKeys(Keys.ARROW_LEFT);
        browser.await("document.querySelector('.space canvas').dataset.eye !== '" + eye + "'");
        assertThat(browser.js(PICTURE, space)).isNotEqualTo(dragged);
    }

    @Test
    void allPlotsAreInSightAndDrawnOnlyThen() {
        browser.go("#/play?preset=canonical");
        browser.await(SPACE_DRAWN);
        for (String plot : List.of(".timeline", ".plane", ".space")) {
            assertThat(browser.js(
                            "const r = document.querySelector(arguments[0]).getBoundingClientRect();"
                                    + "return r.top >= 0 && r.bottom <= innerHeight && r.right <= innerWidth",
                            plot))
                    .as(plot)
                    .isEqualTo(true);
        }
        browser.width(400);
        browser.go("#/play?preset=canonical");
        browser.await(CLAIMS);
        assertThat(browser.js("return " + SPACE_DRAWN)).isEqualTo(false);
        browser.js("document.querySelector('.space').scrollIntoView()");
        browser.await(SPACE_DRAWN);
    }

    @Test
    void aClaimJumpsToItsWorstStepAndTimeRuns() {
        browser.go("#/play?preset=canonical");
        browser.await(CLAIMS);
        WebElement jump = browser.find("table.claims button.link");
        String step = jump.getText();
        jump.click();
        assertThat(browser.find(".transport output").getText()).startsWith("step " + step + " of");
        browser.find(".transport button[aria-label='one step on']").click();
        browser.find(".transport button[aria-label='play']").click();
        String now = browser.find(".transport output").getText();
        browser.await("document.querySelector('.transport output').textContent !== '" + now + "'");
        browser.find(".transport button[aria-label='pause']").click();
        browser.await("document.querySelectorAll('.readout dd').length > 5");
    }

    @Test
    void aRunOf20000StepsIsOnTheScreenAtOnce() {
        browser.go("#/play?preset=canonical&steps=20000");
        browser.await(CLAIMS);
        browser.js("performance.clearMeasures()");
        WebElement slider = browser.find("input[aria-label='eta, slider']");
        for (int i = 1; i <= 21; i++) {
            slider.sendKeys(i % 8 < 4 ? Keys.ARROW_LEFT : Keys.ARROW_RIGHT);
            browser.await("performance.getEntriesByName('input to frame').length >= " + i);
        }
        long frame = median("input to frame");
        Object load = browser.js("const n = performance.getEntriesByType('navigation')[0];"
                + "return Math.round(n.loadEventEnd - n.startTime)");
        System.out.println("explorer: 20,000 steps, median from input to the frame with all plots " + frame
                + " ms, to the timeline " + median("input to timeline") + " ms; page load " + load + " ms");
        assertThat(frame).isLessThan(SLOWEST_FRAME);
        // Eight lines, each with up to two readings a pixel.
        assertThat(Integer.parseInt(browser.find(".timeline").getDomAttribute("data-readings")))
                .isBetween(8 * 500, 8 * 2 * 1440);
    }

    private long median(String measure) {
        return (Long) browser.js(
                "const d = performance.getEntriesByName(arguments[0]).map(e => e.duration).sort((a, b) => a - b);"
                        + "return Math.round(d[d.length >> 1])",
                measure);
    }

    @Test
    void theTourMovesTheSliders() {
        browser.go("#/play?preset=many-cycles");
        browser.await(DRAWN);
        browser.button("Tour").click();
        assertThat(browser.find(".tour").getText()).contains("1 of 7");
        browser.button("Next").click();
        browser.await("Number(document.querySelector('#set-eta').value) > 1.5");
        browser.button("Next").click();
        browser.await("document.querySelector('#set-eta').value === '3.2'");
        browser.button("End").click();
        assertThat(browser.all(".tour")).isEmpty();
    }

    @Test
    void markupInTheAddressStaysText() {
        browser.go("#/play?model=kreisler&weights=%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E");
        assertThat(browser.find(".problem").getText()).contains("<img src=x onerror=window.hacked=1> is not allowed");
        assertThat(browser.js("return window.hacked === undefined")).isEqualTo(true);
        // The refusal itself is logged by the browser as a failed request.
        browser.driver().manage().logs().get("browser");
    }

    @Test
    void everyModelDraws() {
        for (String preset :
                List.of("zhu-fast", "kreisler", "chen-bruna", "chen-bruna-divergence", "agarwala", "wang")) {
            browser.go("#/play?preset=" + preset);
            browser.await(DRAWN);
            assertThat(browser.find("#preset").getDomProperty("value")).isEqualTo(preset);
        }
    }

    @Test
    void whatIsTakenHomeIsTheRun() throws IOException {
        browser.go("#/play?preset=canonical");
        browser.await(CLAIMS);
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
        assertThat(Program.eos("run", experiment.toString(), "--no-store").out())
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
}
