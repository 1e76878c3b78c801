package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page without a mouse: everything is reached, what has the keyboard can be seen, plots zoom and runs open. */
@BrowserTest
class KeyboardBrowserTest {
    /** More than any view has controls. */
    private static final int MOST = 200;

    /** What is seen: an answer that is not found yet has its room, and nothing in it to reach. */
    private static final String CONTROLS =
            "[...document.querySelectorAll('a, button, input, select, summary, [tabindex=\"0\"]')]"
                    + ".filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('details:not([open]) .items'))";

    private final Chromium browser;
    private final PlayPage play;

    KeyboardBrowserTest(Chromium browser) {
        this.browser = browser;
        play = new PlayPage(browser);
    }

    private void press(CharSequence... keys) {
        browser.driver().switchTo().activeElement().sendKeys(keys);
    }

    private String focused() {
        return browser.driver().switchTo().activeElement().getText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"story", "play", "watch", "compare", "sweep"})
    void everythingIsReachedAndSeen(String view) {
        browser.go("#/" + view);
        browser.find("." + view);
        if (view.equals("play")) {
            browser.await(PlayPage.CLAIMS);
        }
        browser.js("addEventListener('focusin', ({ target: e }) => { const s = getComputedStyle(e);"
                + "if (s.outlineStyle !== 'none' && s.outlineWidth !== '0px') e.dataset.reached = 'yes'; })");
        // Round and round: what the page draws anew meanwhile is reached the next time.
        browser.await("every control to be reached", d -> {
            new Actions(d).sendKeys(Keys.TAB.toString().repeat(MOST)).perform();
            return (Boolean) d.executeScript("return " + CONTROLS + ".every(e => e.dataset.reached)");
        });
        assertThat((Long) browser.js("return " + CONTROLS + ".length")).isGreaterThan(10);
    }

    @Test
    void theKeyboardStaysWhenTheViewChanges() {
        browser.go("#/play");
        browser.find(".play");
        browser.driver().findElement(By.linkText("Watch")).sendKeys(Keys.ENTER);
        browser.find(".watch");
        assertThat(focused()).isEqualTo("Watch");
        String address = browser.driver().getCurrentUrl();
        browser.js("document.querySelector('.skip').focus()");
        press(Keys.ENTER);
        assertThat(browser.driver().switchTo().activeElement().getTagName()).isEqualTo("main");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(address);
        browser.button("Dark").sendKeys(Keys.ENTER);
        assertThat(focused()).isEqualTo("Light");
        // For the tests after this one, whose theme is the system's.
        browser.js("localStorage.clear()");
    }

    @Test
    void aPlotZoomsAndMoves() {
        play.open("preset=canonical");
        WebElement timeline = browser.find(".timeline");
        timeline.sendKeys("+");
        browser.await("document.querySelector('.timeline').dataset.range === '1500..4500'");
        timeline.sendKeys(Keys.ARROW_RIGHT);
        browser.await("document.querySelector('.timeline').dataset.range === '2250..5250'");
        timeline.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.await("document.querySelector('.timeline').dataset.range === '3000..6000'");
        timeline.sendKeys("-");
        browser.await("document.querySelector('.timeline').dataset.range === '1500..6000'");
        timeline.sendKeys("0");
        browser.await("document.querySelector('.timeline').dataset.range === '0..6000'");
    }

    @Test
    void aCellOfASweepOpensItsRun() {
        browser.go("#/sweep?preset=canonical&x=eta,1,4,linear&y=alpha,0.3,0.9,linear&points=13&steps=1000");
        browser.await("document.querySelector('.sweep .js-plotly-plot .heatmaplayer image') !== null");
        WebElement diagram = browser.find(".sweep [role=application]");
        // To the middle, then a cell on and two cells up.
        diagram.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_UP, Keys.ARROW_UP);
        browser.await("document.querySelector('.sweep .hoverlayer').textContent.includes('2.75')");
        diagram.sendKeys(Keys.ENTER);
        browser.await("location.hash.startsWith('#/play')");
        browser.await(PlayPage.DRAWN);
        assertThat(Double.parseDouble(play.field("eta"))).isEqualTo(2.75);
        assertThat(Double.parseDouble(play.field("alpha"))).isBetween(0.6999, 0.7001);
    }
}
