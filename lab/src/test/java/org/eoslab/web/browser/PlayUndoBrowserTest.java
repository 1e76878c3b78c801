package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The ways back from what a hand did, what it cannot do, and what stays in sight meanwhile. */
@BrowserTest
class PlayUndoBrowserTest {
    private final Chromium browser;
    private final PlayPage play;

    PlayUndoBrowserTest(Chromium browser) {
        this.browser = browser;
        play = new PlayPage(browser);
    }

    private void awaitField(String name, String value) {
        browser.await("document.querySelector('#set-" + name + "').value === '" + value + "'");
    }

    @Test
    void backUndoesASettingAndAZoom() {
        play.open("preset=canonical");
        browser.await("location.hash.includes('eta=3.2')");
        browser.type("#set-eta", "2.5");
        browser.await("location.hash.includes('eta=2.5')");
        browser.find(".timeline").sendKeys("+");
        browser.await("location.hash.includes('range=')");
        browser.driver().navigate().back();
        browser.await("document.querySelector('.timeline').dataset.range === '0..6000'");
        assertThat(play.field("eta")).isEqualTo("2.5");
        browser.driver().navigate().back();
        awaitField("eta", "3.2");
        browser.driver().navigate().forward();
        awaitField("eta", "2.5");
    }

    @Test
    void aSliderAndAPresetHaveTheirWaysBackAndNothingMoves() {
        play.open("preset=canonical");
        WebElement eta = browser.find("#set-eta");
        int place = eta.getRect().y;
        browser.find("input[aria-label='η, step size']").sendKeys(Keys.ARROW_RIGHT);
        assertThat(eta.getRect().y).isEqualTo(place);
        browser.find("button[aria-label='back to η = 3.2']").click();
        awaitField("eta", "3.2");
        assertThat(browser.find("#preset").getDomProperty("value")).isEqualTo("canonical");
        browser.type("#set-eta", "2.5");
        browser.type("#set-alpha", "0.5");
        browser.button("Back to canonical").click();
        awaitField("eta", "3.2");
        awaitField("alpha", "0.7");
    }

    @Test
    void theRingStaysInThePlotAndTheEdgeSetsNoAxis() {
        play.open("preset=canonical");
        browser.drag(browser.find(".handle"), 0, -600, 0);
        browser.await("document.querySelector('#set-alpha').value !== '0.7'");
        assertThat(Double.parseDouble(play.field("alpha"))).isBetween(0.3, 0.7);
        play.open("model=minimalist&eta=0.01&steps=20000");
        browser.await("document.querySelector('.plane .dot').dataset.at !== ''");
        // With the edge at α = 14 in it the whole run would be a few pixels wide.
        new Actions(browser.driver())
                .moveToElement(browser.find(".plane .u-over"))
                .perform();
        browser.js("document.querySelector('.transport input').value = 20000;"
                + "document.querySelector('.transport input').dispatchEvent(new Event('input'))");
        browser.await(
                "(() => { const [dot, ring] = ['.dot', '.handle'].map(c => document.querySelector('.plane ' + c).getBoundingClientRect());"
                        + "return dot.left - ring.left > 100; })()");
    }

    @Test
    void onAPhoneTheSharpnessStaysAboveTheSliders() {
        browser.size(390, 844);
        play.open("preset=canonical");
        browser.js("document.querySelector('#set-alpha').scrollIntoView({ block: 'center' })");
        browser.await(
                "(() => { const r = document.querySelector('.strip canvas')?.getBoundingClientRect();"
                        + "return r && r.top >= 0 && r.bottom < document.querySelector('#set-alpha').getBoundingClientRect().top; })()");
        String before = browser.find(".strip").getText();
        assertThat(before).contains("14 cycles");
        browser.find("input[aria-label='α, second-layer weight']").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.await("document.querySelector('.strip').innerText !== arguments[0]"
                .replace("arguments[0]", "'" + before + "'"));
        browser.width(1440);
        assertThat(browser.all(".strip")).noneMatch(WebElement::isDisplayed);
    }
}
