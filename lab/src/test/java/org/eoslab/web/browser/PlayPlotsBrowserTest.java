package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The plots of Play: what the pointer does, their numbers, when they are drawn, and how fast. */
@BrowserTest
class PlayPlotsBrowserTest {
    private static final String PICTURE = "return arguments[0].toDataURL()";

    /** Milliseconds: twice what a frame may take, for a machine that does other things too. */
    private static final long SLOWEST_FRAME = 200;

    private final Chromium browser;
    private final PlayPage play;

    PlayPlotsBrowserTest(Chromium browser) {
        this.browser = browser;
        play = new PlayPage(browser);
    }

    /** Goes on to another address, and keeps what the lowest panel, that of the parameters, writes there. */
    private void goOn(String query) {
        browser.js(
                "const args = arguments; window.written = [];"
                        + "const write = CanvasRenderingContext2D.prototype.fillText;"
                        + "CanvasRenderingContext2D.prototype.fillText = function (text, x, ...place) {"
                        + "    const panels = [...document.querySelectorAll('.timeline .panel')];"
                        + "    if (panels.indexOf(this.canvas.closest('.panel')) === panels.length - 1)"
                        + "      written.push({ text, left: this.textAlign === 'right' ? x - this.measureText(text).width : x });"
                        + "    write.call(this, text, x, ...place); };"
                        + "location.hash = '#/play?' + args[0]",
                query);
    }

    @Test
    void aHandfulOfStepsIsNumberedByWholeSteps() {
        play.open("preset=canonical");
        goOn("preset=canonical&range=700..703");
        browser.await("document.querySelector('.timeline').dataset.range === '700..703'"
                + " && written.some(w => w.text === '702')");
        assertThat((List<?>) browser.js("return written.map(w => w.text).filter(t => /^70\\d/.test(t))"))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(String.valueOf(label)).matches("70[0-3]"));
    }

    /** Runs that diverge, to 4·10¹⁷ and so on: beyond 10¹⁶ the plotting library has no increments of its own. */
    @ParameterizedTest
    @CsvSource({"3, 5, 2·10¹⁷", "2.05, 12, −2·10²⁰", "2.5, 10, −2·10³⁰", "2.5, 12, −2·10²⁷⁵"})
    void anAxisHasNumbersHoweverFarARunGoes(String eta, int steps, String power) {
        play.open("preset=chen-bruna");
        goOn("model=chen-bruna&mu=1&x=0.9&eta=" + eta + "&steps=" + steps);
        browser.await("document.querySelector('.timeline').dataset.range === '0.." + steps
                + "' && written.some(w => w.text.endsWith('" + power + "'))");
        assertThat((Boolean) browser.js("return written.every(w => w.left >= 0)"))
                .as("none is cut off")
                .isTrue();
    }

    @Test
    void thePointerReadsZoomsAndPicks() {
        play.open("preset=canonical");
        Object whole = play.timeline();
        WebElement loss = browser.all(".timeline .u-over").get(1);
        new Actions(browser.driver()).moveToElement(loss, 10, 0).perform();
        assertThat(browser.find(".timeline .tip").getText()).contains("step 3", "ηS", "loss L", "β₂");

        browser.drag(loss, -100, 100, 10);
        browser.await("document.querySelector('.timeline').dataset.range !== '0..6000'");
        assertThat(play.range().get(0)).isBetween(1500.0, 2500.0);
        assertThat(play.range().get(1)).isBetween(2900.0, 3100.0);
        browser.await("location.hash.includes('range=')");
        assertThat(play.timeline()).isNotEqualTo(whole);

        new Actions(browser.driver()).moveToElement(loss).click().perform();
        browser.await("!document.querySelector('.timeline .cursor').hidden");
        browser.await("/step 2.\\d\\d\\d of/.test(document.querySelector('.transport output').textContent)");
        new Actions(browser.driver()).doubleClick(loss).perform();
        browser.await("document.querySelector('.timeline').dataset.range === '0..6000'");
        assertThat(play.timeline()).isEqualTo(whole);
    }

    @Test
    void thePointerOnTheTimelineIsFollowedInPlaneAndSpace() {
        browser.go("#/play?preset=canonical");
        browser.await(PlayPage.SPACE_DRAWN);
        String at = "document.querySelector('.plane .dot').dataset.at";
        browser.await(at + " === '0.7,0.2'");
        Object spot = browser.js("return document.querySelector('.space canvas').dataset.spot");
        new Actions(browser.driver())
                .moveToElement(browser.all(".timeline .u-over").get(0), 100, 0)
                .perform();
        browser.await(at + " !== '0.7,0.2'");
        browser.await("document.querySelector('.space canvas').dataset.spot !== '" + spot + "'");
        new Actions(browser.driver()).moveToElement(browser.find("#preset")).perform();
        browser.await(at + " === '0.7,0.2'");
    }

    @Test
    void spaceTurnsUnderTheHandAndByKeys() {
        browser.go("#/play?preset=canonical");
        browser.await(PlayPage.SPACE_DRAWN);
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
        browser.await(PlayPage.SPACE_DRAWN);
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
        browser.await(PlayPage.CLAIMS);
        assertThat(browser.js("return " + PlayPage.SPACE_DRAWN)).isEqualTo(false);
        browser.js("document.querySelector('.space').scrollIntoView()");
        browser.await(PlayPage.SPACE_DRAWN);
    }

    @Test
    void aRunOf20000StepsIsOnTheScreenAtOnce() {
        browser.go("#/play?preset=canonical&steps=20000");
        browser.await(PlayPage.CLAIMS);
        browser.js("performance.clearMeasures()");
        WebElement slider = browser.find("input[aria-label='η, step size']");
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
}
