package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The letters of the story: its formulas, their signs, and the numbers beside the axes of its pictures. */
@BrowserTest
class StoryLettersBrowserTest {
    /** The least height of a digit beside an axis, in pixels of the page: letters of 11 have digits of 8. */
    private static final double LEAST = 7;

    /** How high the numbers below the lower axis of the first picture are, in pixels of the page. */
    private static final String DIGITS = """
            const canvas = document.querySelector('.chapter.hero canvas');
            const ratio = canvas.height / canvas.clientHeight;
            const em = parseFloat(getComputedStyle(canvas.closest('.view-panel')).fontSize);
            const bottom = canvas.clientHeight - 3 * em;
            const [from, high] = [Math.round((bottom + 3) * ratio), Math.round(1.4 * em * ratio)];
            const { data } = canvas.getContext('2d').getImageData(0, from, canvas.width, high);
            const inked = Array.from({ length: high }, (_, y) => y)
              .filter(y => data.subarray(4 * y * canvas.width, 4 * (y + 1) * canvas.width).some((v, i) => i % 4 === 3 && v > 128));
            return (inked.at(-1) - inked[0] + 1) / ratio;
            """;

    private final Chromium browser;
    private final StoryPage story;

    StoryLettersBrowserTest(Chromium browser) {
        this.browser = browser;
        story = new StoryPage(browser);
    }

    /** On a screen with several pixels to one of the page's, too. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theNumbersBesideAnAxisCanBeRead(int ratio) {
        browser.size(1440, 900, ratio);
        story.open("edge", "");
        assertThat(((Number) Objects.requireNonNull(browser.js(DIGITS))).doubleValue())
                .isBetween(LEAST, 2 * LEAST);
    }

    @Test
    void bracketsAreAsHighAsTheirFellows() {
        browser.size(1440, 900);
        story.open("features", "");
        @SuppressWarnings("unchecked")
        List<Number> heights = (List<Number>) Objects.requireNonNull(
                browser.js("return [...document.querySelectorAll('math mo')].filter(e => '()'.includes(e.textContent))"
                        + ".map(e => Math.round(e.getBoundingClientRect().height))"));
        assertThat(heights).hasSizeGreaterThan(5).containsOnly(heights.get(0));
    }

    @Test
    void aSignInAFormulaSaysWhatItMeans() {
        browser.size(1440, 900);
        story.open("bounce", "");
        browser.js("[...document.querySelectorAll('[data-chapter=bounce] math .explained')]"
                + ".find(e => e.textContent === 'β1').dispatchEvent(new PointerEvent('pointerenter'))");
        assertThat(browser.find("[role=tooltip]").getText()).startsWith("beta one, the weight of the loud feature");
    }

    /** And none is cut off. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 1440, 1920})
    void aParagraphIsPresentedWithAllItsFormulas(int width) {
        browser.size(width, 900);
        story.open("bounce", "");
        browser.button("Present").sendKeys(Keys.ENTER);
        browser.await("document.querySelector('.presenting .current')?.dataset.chapter === 'bounce'");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        assertThat(browser.find("[data-chapter=bounce] .now").getText()).contains("the weights change by");
        assertThat(browser.all("[data-chapter=bounce] .equation").stream().filter(WebElement::isDisplayed))
                .hasSize(2)
                .allMatch(e -> Boolean.TRUE.equals(
                        browser.js("return arguments[0].scrollWidth <= arguments[0].clientWidth", e)));
    }

    @Test
    void whatToTakeAlongIsNoFootnote() {
        browser.size(1440, 900);
        story.open("edge", "");
        assertThat(browser.find(".conclusion p").getCssValue("color"))
                .isEqualTo(browser.find(".prose p").getCssValue("color"));
    }
}
