package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Play: sliders, the start dragged, claims, time, every model, the tour. */
@BrowserTest
class PlayBrowserTest {
    private final Chromium browser;
    private final PlayPage play;

    PlayBrowserTest(Chromium browser) {
        this.browser = browser;
        play = new PlayPage(browser);
    }

    @Test
    void showsTheRunItsClaimsAndTheWindow() {
        play.open("preset=canonical");
        browser.await(PlayPage.CLAIMS);
        assertThat(browser.find("table.claims").getText())
                .contains("T4.1", "holds")
                .doesNotContain("fails");
        assertThat(browser.find(".controls .note").getText()).contains("1.6 < η ≤ 4.0816");
        assertThat(browser.find(".setting .band").getDomAttribute("title")).contains("EoS window");
        assertThat(browser.find(".side").getText()).contains("gradient flow", "solutions αβ₂ = 1");
    }

    @Test
    void aPresetSaysInSymbolsWhatItShows() {
        play.open("preset=wang");
        assertThat(browser.find(".shows").getText()).contains("the loss rises", "below 2/η");
        play.open("preset=chen-bruna-divergence");
        assertThat(browser.find(".shows").getText()).contains("beyond η·μ = 2");
    }

    @Test
    void theStartCanBeDraggedAndMovedByKeys() {
        play.open("preset=canonical");
        WebElement handle = browser.find(".handle");
        String before = play.field("alpha");
        Object drawn = play.timeline();
        browser.drag(handle, 0, 24, -16);
        browser.await("document.querySelector('#set-alpha').value !== '" + before + "'");
        assertThat(Double.parseDouble(play.field("alpha"))).isGreaterThan(0.7);
        assertThat(Double.parseDouble(play.field("beta2"))).isGreaterThan(0.2);
        browser.await("location.hash.includes('alpha=' + document.querySelector('#set-alpha').value)");
        assertThat(play.timeline()).isNotEqualTo(drawn);

        double dragged = Double.parseDouble(play.field("alpha"));
        browser.find(".handle").sendKeys(Keys.ARROW_RIGHT);
        assertThat(Double.parseDouble(play.field("alpha"))).isGreaterThan(dragged);
    }

    @Test
    void aClaimJumpsToItsWorstStepAndTimeRuns() {
        browser.go("#/play?preset=canonical");
        browser.await(PlayPage.CLAIMS);
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
    void eachNumberSaysWhatItIsTheEdgeFirst() {
        play.open("preset=canonical");
        browser.await("document.querySelectorAll('.readout dd').length > 5");
        assertThat(browser.all(".readout h3").stream().map(WebElement::getText))
                .containsExactly("At the edge", "Loss", "Parameters", "Also measured");
        assertThat(browser.all(".readout dt").stream().map(WebElement::getText))
                .startsWith("S sharpness")
                .contains("β₂ weight of the relevant input", "cos(g, g⁺) cosine of successive gradients")
                .noneMatch(words -> words.strip().matches("[^a-z]*|\\S{1,2}"));
    }

    @Test
    void aColourMeansInPlayWhatItMeansInTheStory() {
        browser.go("#/story");
        browser.await("document.querySelector('.hero')?.dataset.shown !== undefined");
        String curve = "return getComputedStyle(document.querySelector('.hero [data-curve=%s]')).borderBottomColor";
        List<Object> story = List.of(
                browser.js(curve.formatted("run")),
                browser.js(curve.formatted("flow")),
                browser.js(curve.formatted("edge")));
        play.open("preset=canonical");
        browser.await("document.querySelector('.paths .legend')?.textContent.includes('gradient flow')");
        String key = "return getComputedStyle([...document.querySelectorAll('.paths .legend li')]"
                + ".find(e => e.textContent.includes('%s')).querySelector('.swatch')).borderTopColor";
        assertThat(List.of(
                        browser.js(key.formatted("gradient descent")),
                        browser.js(key.formatted("gradient flow")),
                        browser.js(key.formatted("edge"))))
                .isEqualTo(story)
                .doesNotHaveDuplicates();
    }

    /** What is said of a run has its room: the plots keep their place while its words change. */
    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void thePlotsKeepTheirPlaceWhateverARunComesTo(int width) {
        browser.width(width);
        play.open("preset=canonical");
        String top = "return document.querySelector('.timeline').getBoundingClientRect().top + scrollY";
        Object before = browser.js(top);
        Set<Object> said = new HashSet<>();
        for (String eta : List.of("1.2", "2", "4.2", "9", "3.2")) {
            browser.type("#set-eta", eta);
            browser.await("location.hash.includes('eta=" + eta + "&')");
            browser.await(PlayPage.FRESH);
            said.add(browser.js("return document.querySelector('.play .result').textContent"));
            assertThat(browser.js(top)).as(eta).isEqualTo(before);
        }
        assertThat(said).hasSizeGreaterThan(2);
        browser.width(1440);
    }

    @Test
    void theTourMovesTheSliders() {
        play.open("preset=many-cycles");
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
    void everyModelDraws() {
        for (String preset :
                List.of("zhu-fast", "kreisler", "chen-bruna", "chen-bruna-divergence", "agarwala", "wang")) {
            browser.go("#/play?preset=" + preset);
            browser.await(PlayPage.DRAWN);
            assertThat(browser.find("#preset").getDomProperty("value")).isEqualTo(preset);
        }
    }
}
