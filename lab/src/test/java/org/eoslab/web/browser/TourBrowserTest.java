package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The tour: it waits and goes on, covers nothing that it speaks of, and leaves with the view. */
@BrowserTest
class TourBrowserTest {
    private static final String ETA = "Number(document.querySelector('#set-eta').value)";
    private static final String TITLE = "document.querySelector('.tour h2').textContent";

    /** The parts that the card lies over, of those that the stop speaks of or moves. */
    private static final String COVERED = """
            const card = document.querySelector('.tour').getBoundingClientRect();
            return ['.looked', ...arguments[0]].filter(s => {
              const r = document.querySelector(s).getBoundingClientRect();
              return r.left < card.right && card.left < r.right && r.top < card.bottom && card.top < r.bottom;
            })
            """;

    private final Chromium browser;

    TourBrowserTest(Chromium browser) {
        this.browser = browser;
        browser.width(1440);
    }

    private void open() {
        new PlayPage(browser).open("preset=many-cycles");
        browser.button("Tour").click();
        browser.find(".tour");
    }

    @Test
    void aSlideThatIsHeldGoesOnFromWhereItWas() {
        open();
        browser.button("Next").click();
        browser.await(ETA + " > 1.21");
        browser.button("Pause").click();
        Object held = browser.js("return " + ETA);
        String title = String.valueOf(browser.js("return " + TITLE));
        assertThat((Number) held).satisfies(eta -> assertThat(eta.doubleValue()).isLessThanOrEqualTo(1.55));
        browser.js("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertThat(browser.js("return " + ETA)).isEqualTo(held);
        browser.button("Go on").click();
        browser.await(ETA + " === 1.55");
        assertThat(browser.js("return " + TITLE)).isEqualTo(title);
    }

    @Test
    void theCardCoversNothingThatItSpeaksOf() {
        open();
        for (List<String> moved : List.of(
                List.of(".transport", ".readout"),
                List.of("#set-eta"),
                List.of("#set-eta"),
                List.of(".transport", ".readout"),
                List.of(".transport", ".readout"),
                List.of("#set-eta"),
                List.<String>of())) {
            assertThat((List<?>) browser.js(COVERED, moved))
                    .as(String.valueOf(browser.js("return " + TITLE)))
                    .isEmpty();
            browser.driver().findElement(By.cssSelector(".tour .primary")).click();
        }
        assertThat(browser.all(".tour")).isEmpty();
    }

    @Test
    void itSaysWhereItIsAndLeadsBackToWhereItWasBegun() {
        browser.go("#/story?chapter=well&eta=1.3");
        browser.await("document.querySelector('[data-chapter=well]')?.dataset.shown !== undefined");
        browser.button("Tour").click();
        assertThat(browser.find(".tour .where").getText()).contains("this is Play");
        browser.driver().findElement(By.linkText("Back to the story")).click();
        browser.find(".story");
        assertThat(browser.all(".tour")).isEmpty();
        assertThat(browser.js("return location.hash")).isEqualTo("#/story?chapter=well&eta=1.3");
        browser.driver().findElement(By.linkText("Play")).click();
        browser.find(".play");
        browser.button("Tour").click();
        assertThat(browser.find(".tour .where").getText()).doesNotContain("Back");
    }

    @Test
    void itLeavesWithTheViewAndGivesTheKeyboardBack() {
        open();
        assertThat(browser.find(".tour").getDomAttribute("role")).isNull();
        browser.button("End").click();
        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Tour");
        browser.button("Tour").click();
        browser.button("Next").click();
        browser.driver().findElement(By.linkText("Watch")).click();
        browser.find(".watch");
        assertThat(browser.all(".tour")).isEmpty();
        Object eta = browser.js("return location.hash");
        browser.driver().findElement(By.linkText("Play")).click();
        browser.find(".play");
        assertThat(eta).asString().startsWith("#/watch");
    }
}
