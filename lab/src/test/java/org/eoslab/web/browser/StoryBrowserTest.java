package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eoslab.experiment.Catalogue;
import org.eoslab.view.Cancellation;
import org.eoslab.view.Questions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The story: the first screen of the page, from a folder and from a server, by mouse, by keyboard and on a projector. */
@BrowserTest
class StoryBrowserTest {
    private final Chromium browser;
    private final StoryPage story;

    StoryBrowserTest(Chromium browser) {
        this.browser = browser;
        story = new StoryPage(browser);
        browser.size(1440, 900);
    }

    @Test
    void isTheFirstScreenOfAFolderAndAsksNobody(@TempDir Path folder) {
        browser.stopServer();
        story.openFile(folder);
        assertThat(browser.find("h1").getText()).isEqualTo("The edge of stability");
        assertThat(browser.all("h1")).hasSize(1);
        assertThat(story.text(StoryPage.FIRST)).contains("crosses it at step 121");
        String before = story.picture(StoryPage.FIRST);
        WebElement number = browser.find(StoryPage.FIRST + " .scrub");
        browser.drag(number, 0, -120, 0);
        browser.await(
                "Number(document.querySelector('" + StoryPage.FIRST + " .scrub').getAttribute('aria-valuenow')) < 1.6");
        browser.await(
                "document.querySelector('" + StoryPage.FIRST + " .prose').innerText.includes('never gets there')");
        assertThat(story.picture(StoryPage.FIRST)).isNotEqualTo(before);
        @SuppressWarnings("unchecked")
        List<String> asked = (List<String>)
                Objects.requireNonNull(browser.js("return performance.getEntriesByType('resource').map(e => e.name)"));
        assertThat(asked).allMatch(name -> name.startsWith("file:") || name.startsWith("blob:"));
        browser.startServer();
    }

    @Test
    void theServersPageComputesInThePageToo() {
        browser.go("#/");
        browser.await(StoryPage.drawn(StoryPage.FIRST));
        @SuppressWarnings("unchecked")
        List<String> asked = (List<String>)
                Objects.requireNonNull(browser.js("return performance.getEntriesByType('resource').map(e => e.name)"));
        assertThat(asked).anyMatch(name -> name.endsWith("/laboratory.js"));
        assertThat(asked).noneMatch(name -> name.endsWith("/api/play"));
    }

    @Test
    void everyChapterSaysAndDrawsSomething() {
        story.open();
        for (WebElement chapter : browser.all(".chapter")) {
            String css = story.reach(chapter.getDomAttribute("data-chapter"));
            assertThat(browser.find(css + " .outcome").getText()).as(css).isNotBlank();
            assertThat(browser.all(css + " .problem")).as(css).noneMatch(WebElement::isDisplayed);
        }
    }

    @Test
    void theKeyboardMovesANumberAndItsSlider() {
        story.open();
        WebElement number = browser.find(StoryPage.FIRST + " .scrub");
        number.sendKeys(Keys.ARROW_RIGHT);
        browser.await(StoryPage.shows(StoryPage.FIRST, "eta", 3.21));
        assertThat(number.getDomAttribute("aria-valuetext")).isEqualTo("η = 3.21");
        WebElement slider = browser.find(StoryPage.FIRST + " input");
        assertThat(slider.getDomProperty("value")).isEqualTo("3.21");
        assertThat(slider.getDomAttribute("aria-valuetext")).isEqualTo("η = 3.21");
        slider.sendKeys(Keys.HOME);
        browser.await(StoryPage.shows(StoryPage.FIRST, "eta", 1.2));
        assertThat(number.getText()).isEqualTo("1.20");
        browser.await(
                "document.querySelector('" + StoryPage.FIRST + " .unseen').textContent.includes('below the limit')");
    }

    @Test
    void aSymbolSaysWhatItMeansToTheKeyboard() {
        browser.go("#/story");
        browser.await(StoryPage.drawn(StoryPage.FIRST) + " && document.querySelector('.symbol').checkVisibility()");
        // A page that is still being put together takes the keyboard away again.
        browser.await(
                "(document.querySelector('.symbol').focus(), document.querySelector('[role=tooltip]')?.checkVisibility())");
        assertThat(browser.find("[role=tooltip]").getText()).startsWith("eta, the step size");
        assertThat(browser.js(
                        "const e = document.querySelector('[role=tooltip]'); return e.scrollWidth <= e.clientWidth"))
                .isEqualTo(true);
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("aria-describedby"))
                .isEqualTo("symbol-tip");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        assertThat(browser.driver()
                        .findElement(By.cssSelector("[role=tooltip]"))
                        .isDisplayed())
                .isFalse();
    }

    /** As the pointer does, the keyboard has a word of a caption light what it speaks of. */
    @Test
    void aWordOfACaptionShowsTheKeyboardWhatItSpeaksOf() {
        story.open();
        String all = story.picture(StoryPage.FIRST);
        WebElement slider = browser.find(StoryPage.FIRST + " input");
        slider.sendKeys(Keys.TAB);
        WebElement word = browser.driver().switchTo().activeElement();
        assertThat(word.getDomAttribute("data-curve")).isEqualTo("run");
        assertThat(word.getAriaRole()).isEqualTo("button");
        browser.await("document.querySelector('" + StoryPage.FIRST + " canvas').toDataURL() !== '" + all + "'");
        word.sendKeys(Keys.chord(Keys.SHIFT, Keys.TAB));
        browser.await("document.querySelector('" + StoryPage.FIRST + " canvas').toDataURL() === '" + all + "'");
    }

    @Test
    void aQuestionIsAnsweredByTheSlider() {
        story.open();
        String valley = story.reach("valley");
        assertThat(browser.all(valley + " .quiz.found")).isEmpty();
        browser.js("const e = document.querySelector('" + valley
                + " input'); e.value = '1'; e.dispatchEvent(new Event('input'))");
        browser.await("document.querySelector('" + valley + " .quiz.found') !== null");
        assertThat(browser.find(valley + " .answer").getText()).startsWith("Yes: η = 1.00");
    }

    /** An address opens a chapter as it was left, where it is; Back undoes what the hand did there. */
    @Test
    void aChapterIsOpenedAsItWasLeft() {
        String features = "[data-chapter=features]";
        browser.go("#/story?chapter=features&lambda2=0.0015");
        browser.await(StoryPage.shows(features, "lambda2", 0.0015));
        browser.await("document.querySelector('" + features + "').getBoundingClientRect().top < innerHeight");
        browser.js("const e = document.querySelector('" + features
                + " input'); e.value = '0.0006'; e.dispatchEvent(new Event('input'))");
        browser.await(StoryPage.shows(features, "lambda2", 0.0006));
        browser.await("location.hash === '#/story?chapter=features&lambda2=0.0006'");
        browser.driver().navigate().back();
        browser.await(StoryPage.shows(features, "lambda2", 0.0015));
        assertThat(browser.js("return location.hash")).isEqualTo("#/story?chapter=features&lambda2=0.0015");
        browser.driver().navigate().forward();
        browser.await(StoryPage.shows(features, "lambda2", 0.0006));
    }

    /** At the top of the screen, also the first one, of which a little can be seen anyway. */
    @ParameterizedTest
    @ValueSource(strings = {"valley", "bounce", "tradeoff"})
    void aChapterIsOpenedAsItBegins(String chapter) {
        String css = story.open(chapter, "");
        browser.await("Math.abs(document.querySelector('" + css + "').getBoundingClientRect().top) < 100");
    }

    /** As its knobs have it, and seen from its top. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            edge     | eta=3.2     | Crosses the edge at step 121, .*      | step 0 of 2.500
            valley   | eta=0.8&S=2 | Stays .*, ends at ηS = 1\\.6\\.       | step 0 of 40
            well     | eta=1.1     | .*, ends on an orbit of period 2\\.   | step 0 of 1.500
            features | lambda2=0.001 | Stays .*, ends at ηS = 1\\.2498\\. | step 0 of 6.000
            bounce   | step=259    | Crosses the edge at step 121, .*      | step 259 of 1.200
            flow     | eta=3.2     | Crosses the edge at step 121, .*      | step 0 of 2.500
            tradeoff | eta=2.64    | Crosses the edge at step 251, .*      | step 0 of 587
            """)
    void aChaptersRunIsOpenedInPlay(String chapter, String knobs, String result, String step) {
        String css = story.open(chapter, "&" + knobs);
        browser.find(css + " .onward a").sendKeys(Keys.ENTER);
        String matches = "/^%s$/.test(document.querySelector('.play %s')?.textContent)";
        browser.await(matches.formatted(result, ".result"));
        browser.await(matches.formatted(step, ".transport .num"));
        assertThat(browser.js("return scrollY")).isEqualTo(0L);
    }

    private String presented() {
        return String.valueOf(browser.js("return document.querySelector('.chapter.current').dataset.chapter"));
    }

    @Test
    void isPresentedAParagraphAtATime() {
        story.open();
        browser.button("Present").sendKeys(Keys.ENTER);
        browser.find(".presenting");
        assertThat(browser.all(".chapter").stream().filter(WebElement::isDisplayed))
                .hasSize(1);
        assertThat(browser.all(".prose > *").stream()
                        .filter(e -> !e.getTagName().equals("h1") && e.isDisplayed()))
                .hasSize(1);
        String first = story.text(StoryPage.FIRST);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        assertThat(presented()).isEqualTo("edge");
        assertThat(story.text(StoryPage.FIRST)).isNotEqualTo(first).contains("crosses it at step 121");
        for (int i = 0; i < 10 && presented().equals("edge"); i++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.PAGE_DOWN);
        }
        assertThat(presented()).isEqualTo("valley");
        browser.await(StoryPage.drawn("[data-chapter=valley]"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.PAGE_UP);
        assertThat(presented()).isEqualTo("edge");
        assertThat(story.text(StoryPage.FIRST)).contains("Your turn.");
        assertThat((Boolean) browser.js("return document.documentElement.scrollHeight <= innerHeight + 1"))
                .isTrue();
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.await("document.querySelector('.presenting') === null");
        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Present");
    }

    @Test
    void theContentsLeadToEveryChapterAndSayWhereOneIs() {
        story.open();
        List<WebElement> links = browser.all(".contents a");
        assertThat(links).hasSameSizeAs(browser.all(".chapter"));
        links.get(4).click();
        browser.await("document.querySelector('.contents [aria-current]').textContent === '4 The bounce'");
        browser.await(StoryPage.drawn("[data-chapter=bounce]"));
        browser.js("scrollTo(0, document.documentElement.scrollHeight)");
        browser.await("document.querySelector('.contents [aria-current]') === null");
        assertThat(browser.find(".conclusion").getText()).contains("Liu, Zhang, Du & Zhao (2025)");
    }

    @Test
    void aWorkThatIsNamedLeadsToTheReferencesAndBack() {
        browser.size(1440, 900);
        story.open();
        WebElement cite = browser.find(StoryPage.FIRST + " .cite");
        assertThat(cite.getText()).isEqualTo("Cohen et al. 2021");
        cite.sendKeys(Keys.ENTER);
        browser.await("document.activeElement.id === 'work-cohen'");
        assertThat(browser.driver().switchTo().activeElement().getText()).contains("Edge of Stability");
        browser.find("#work-cohen .back").click();
        browser.await("document.activeElement.classList.contains('cite')");
        // Formulas stand on lines of their own.
        assertThat(browser.all(".equation math")).hasSizeGreaterThan(5);
    }

    /** What the story is told from has the program's bits. */
    @Test
    void theLandscapeIsTheProgramsToTheBit(@TempDir Path folder) {
        story.openFile(folder);
        Map<String, Object> body = Map.of(
                "experiment",
                Map.of(
                        "model",
                        "minimalist",
                        "eta",
                        3.2,
                        "start",
                        Map.of("alpha", 0.7, "beta1", 0.005, "beta2", 0.2),
                        "steps",
                        100),
                "x",
                Map.of("name", "alpha", "low", 0.5, "high", 1.1, "points", 9),
                "y",
                Map.of("name", "beta1", "low", -0.2, "high", 0.2, "points", 7));
        Object here = browser.driver()
                .executeAsyncScript(
                        "const [body, done] = arguments; eoslabAsk('landscape', body).then("
                                + "a => done([...a.loss, ...a.sharpness].map(String)), e => done(String(e)))",
                        body);
        Map<?, ?> there = (Map<?, ?>)
                new Questions(Catalogue.load()).ask("landscape", body).apply(new Cancellation());
        List<Double> values = new ArrayList<>();
        for (String name : List.of("loss", "sharpness")) {
            for (double value : (double[]) Objects.requireNonNull(there.get(name))) {
                values.add(value);
            }
        }
        assertThat((List<?>) Objects.requireNonNull(here))
                .map(text -> Double.parseDouble(String.valueOf(text)))
                .isEqualTo(values);
    }
}
