package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Every view, light and dark, wide and narrow: text that can be read, controls that have names, nothing beyond the edge. */
@BrowserTest
class AppearanceBrowserTest {
    /**
     * What has less contrast than WCAG AA asks for, with its ratio: 4.5 : 1 for text, also that in plots, and 3 : 1 for the lines of
     * plots and their marks in the key. The background is the nearest opaque one.
     */
    private static final String LOW_CONTRAST = """
            const channel = c => { c /= 255; return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4); };
            const rgb = s => s.match(/[\\d.]+/g).map(Number);
            const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
            const behind = e => {
              for (; e; e = e.parentElement) {
                const c = rgb(getComputedStyle(e).backgroundColor);
                if (c.length < 4 || c[3] === 1) return c;
              }
              return [255, 255, 255];
            };
            const contrast = (e, colour) => {
              const a = light(rgb(colour)), b = light(behind(e.closest('svg') ?? e));
              return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            };
            const shown = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('[data-state]:not([data-state=fresh])'));
            const texts = shown
              .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
              .map(e => [e, getComputedStyle(e)[e.closest('svg') ? 'fill' : 'color'], 4.5]);
            const lines = shown.filter(e => e.matches('.swatch') && e.style.borderTopColor !== 'transparent')
              .map(e => [e, e.style.borderTopColor, 3]);
            // The numbers beside a canvas: of the pixels to the left of the lines, the one that stands out most.
            const numbers = shown.filter(e => e.matches('.stack canvas')).map(e => {
              const left = e.parentElement.querySelector('.u-over').offsetLeft;
              const { data } = e.getContext('2d').getImageData(0, 0, left * devicePixelRatio, e.height);
              const ground = behind(e);
              const seen = i => [0, 1, 2].map(c => ground[c] + (data[i + c] - ground[c]) * data[i + 3] / 255);
              const pixels = Array.from({ length: data.length / 4 }, (_, i) => `rgb(${seen(4 * i)})`);
              return [e, pixels.reduce((a, c) => contrast(e, c) > contrast(e, a) ? c : a), 4.5];
            });
            return [...texts, ...lines, ...numbers]
              .filter(([e, colour, least]) => contrast(e, colour) < least)
              .map(([e, colour]) => e.tagName + ' ' + e.textContent.trim().slice(0, 30) + ' ' + colour + ': ' + contrast(e, colour).toFixed(2));
            """;

    /** Nobody can read what is not there yet: every view has drawn its plot. */
    private static final String DRAWN =
            "document.querySelector('main .js-plotly-plot .xtick, main .stack canvas, main .picture canvas') !== null";

    private final Chromium browser;

    AppearanceBrowserTest(Chromium browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({
        "story, light, 1440",
        "story, dark, 1440",
        "story, light, 400",
        "play, light, 1440",
        "play, dark, 1440",
        "play, light, 400",
        "watch, light, 1440",
        "watch, dark, 400",
        "compare, dark, 1440",
        "compare, light, 400",
        "sweep, light, 400"
    })
    void canBeReadAndUsed(String view, String scheme, int width) {
        browser.width(width);
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.go("#/" + view);
        browser.find("." + view);
        if (!view.equals("watch")) { // which has no run to draw
            browser.await(DRAWN);
        }
        assertThat(browser.js("return document.documentElement.dataset.theme")).isEqualTo(scheme);
        assertThat((List<?>) browser.js(LOW_CONTRAST)).isEmpty();
        assertThat(browser.js("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        List<WebElement> controls =
                browser.driver().findElements(By.cssSelector("main button, main input, main select"));
        assertThat(controls.stream()
                        .filter(WebElement::isDisplayed)
                        .filter(c -> c.getAccessibleName().isBlank())
                        .map(c -> c.getDomProperty("outerHTML")))
                .isEmpty();
    }
}
