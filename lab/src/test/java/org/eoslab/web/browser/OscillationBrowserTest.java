package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Runs that oscillate to their end: dots for even and odd steps, a cobweb, and where runs end over η. */
@BrowserTest
class OscillationBrowserTest {
    /** The heights, in pixels, of the lines of a panel on which anything is drawn in its middle. */
    private static final String LINES = "const canvas = [...document.querySelectorAll('.timeline canvas')].at(-1);"
            + "const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);"
            + "const coloured = y => { let n = 0; for (let x = width >> 1; x < width - 40; x++) {"
            + "  const i = 4 * (y * width + x); const c = [data[i], data[i + 1], data[i + 2]];"
            + "  if (data[i + 3] > 120 && Math.max(...c) - Math.min(...c) > 60) n++; } return n > 20; };"
            + "const rows = Array.from({ length: height - 20 }, (_, y) => y).filter(coloured);"
            + "return rows.filter((y, i) => i === 0 || y > rows[i - 1] + 1).length";

    private final Chromium browser;
    private final PlayPage play;

    OscillationBrowserTest(Chromium browser) {
        this.browser = browser;
        play = new PlayPage(browser);
    }

    private String key() {
        return browser.find(".timeline").getText();
    }

    @Test
    void anOrbitOfPeriodTwoIsTwoLinesAndOneOfFourIsFour() {
        play.open("preset=chen-bruna");
        browser.await(PlayPage.CLAIMS);
        assertThat(key()).contains("x, even steps", "x, odd steps");
        assertThat(browser.js(LINES)).isEqualTo(2L);
        assertThat(browser.find(".result").getText()).contains("ends on an orbit of period 2");
        play.open("preset=chen-bruna-period4");
        browser.await("document.querySelector('.result').textContent.includes('period 4')");
        assertThat(browser.js(LINES)).isEqualTo(4L);
        play.open("preset=canonical");
        browser.await("document.querySelector('.result').textContent.includes('14 cycles')");
        assertThat(key()).doesNotContain("even steps");
    }

    @Test
    void theStepSizeIsChosenWhereRunsEnd() {
        play.open("preset=chen-bruna");
        WebElement rates = browser.find("[aria-label^='Where runs end'] canvas");
        assertThat(browser.find("[aria-label='Cobweb'] canvas").isDisplayed()).isTrue();
        new Actions(browser.driver()).moveToElement(rates, 60, 0).click().perform();
        browser.await("document.querySelector('#set-eta').value !== '1.1'");
        assertThat(Double.parseDouble(play.field("eta"))).isBetween(1.3, 1.8);
        play.open("preset=canonical");
        assertThat(browser.all("[aria-label='Cobweb']")).noneMatch(WebElement::isDisplayed);
    }
}
