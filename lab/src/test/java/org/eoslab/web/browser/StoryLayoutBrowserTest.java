package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eoslab.cli.ProgramRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The story on screens of any width: nothing is cut off or moves, and what is not a picture of lines is text, a table or images. */
@BrowserTest
class StoryLayoutBrowserTest {
    private final Chromium browser;
    private final StoryPage story;

    StoryLayoutBrowserTest(Chromium browser) {
        this.browser = browser;
        story = new StoryPage(browser);
        browser.size(1440, 900);
    }

    /** A phone has the way to every chapter at hand, and a text that speaks of what it shows. */
    @Test
    void onAPhoneTheContentsStayAndTheTextSpeaksOfWhatIsShown() {
        browser.size(390, 844);
        story.open();
        String well = "[data-chapter=well]";
        browser.js("document.querySelector('" + well + " .quiz').scrollIntoView({ block: 'end' })");
        browser.await(StoryPage.drawn(well));
        assertThat(browser.js("return document.querySelector('.contents').getBoundingClientRect().top"))
                .isEqualTo(0L);
        assertThat(browser.all(".contents a")).allMatch(WebElement::isDisplayed);
        // What goes by is not seen beside it.
        assertThat(browser.find(".contents").getSize().getWidth())
                .isEqualTo(browser.find(".story").getSize().getWidth());
        assertThat(browser.js("return document.querySelector('" + well + " figure').getBoundingClientRect().top"
                        + " >= document.querySelector('.contents').getBoundingClientRect().bottom"))
                .isEqualTo(true);
        assertThat(browser.js("return document.querySelector('" + well + " .prose').innerText"))
                .asString()
                .contains("diagram")
                .doesNotContain("cobweb");
        browser.all(".contents a").get(5).click();
        browser.await("document.querySelector('.contents [aria-current]').textContent.startsWith('5')");
        // Under a finger a word shows what it speaks of until the next touch.
        browser.await(StoryPage.drawn("[data-chapter=flow]"));
        String before = story.picture("[data-chapter=flow]");
        browser.js("document.querySelector('[data-chapter=flow] .curve[data-curve=bound]').click()");
        browser.await(
                "[...document.querySelectorAll('[data-chapter=flow] canvas')].map(c => c.toDataURL()).join() !== '"
                        + before + "'");
    }

    /** A phone on its side has little height: the picture has enough of it, and the text goes on below. */
    @ParameterizedTest
    @CsvSource({"844, 390", "390, 844", "1024, 768"})
    void aPictureIsHighEnoughToBeSeen(int width, int height) {
        browser.size(width, height);
        story.open("bounce", "");
        assertThat(browser.all("[data-chapter=bounce] .u-over"))
                .hasSizeGreaterThan(1)
                .allMatch(panel -> panel.getSize().getHeight() > 40);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1024})
    void nothingIsWiderThanTheScreen(int width) {
        browser.size(width, 844);
        story.open();
        for (WebElement chapter : browser.all(".chapter")) {
            String css = story.reach(chapter.getDomAttribute("data-chapter"));
            assertThat(browser.js("return document.documentElement.scrollWidth <= innerWidth"))
                    .as(css)
                    .isEqualTo(true);
        }
    }

    /** A paragraph has room for the longest that it may say: what stands below keeps its place while a hand drags. */
    @ParameterizedTest
    @ValueSource(ints = {390, 1024, 1440})
    void nothingMovesBelowAParagraphThatSaysSomethingElse(int width) {
        browser.size(width, 844);
        story.open();
        Map<String, String> knobs = Map.of("edge", "eta", "valley", "eta", "well", "eta", "bounce", "step");
        for (String chapter : List.of("edge", "valley", "well", "bounce")) {
            String css = story.reach(chapter);
            String places = "return [...document.querySelectorAll('" + css
                    + " .prose > *')].map(e => [e.offsetTop - document.querySelector('" + css
                    + "').offsetTop, e.offsetHeight].join(' ')).join()";
            Object before = browser.js(places);
            String said = story.text(css);
            WebElement slider = browser.find(css + " .sliders input");
            double low = Double.parseDouble(Objects.requireNonNull(slider.getDomAttribute("min")));
            double high = Double.parseDouble(Objects.requireNonNull(slider.getDomAttribute("max")));
            for (int i = 0; i <= 12; i++) {
                browser.js(
                        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))",
                        slider,
                        low + i * (high - low) / 12);
                double value = Double.parseDouble(Objects.requireNonNull(slider.getDomProperty("value")));
                browser.await(StoryPage.shows(css, Objects.requireNonNull(knobs.get(chapter)), value));
                assertThat(browser.js(places)).as("%s at %s", chapter, value).isEqualTo(before);
            }
            assertThat(story.text(css)).as(chapter).isNotEqualTo(said);
        }
    }

    /** What is proved are words of the page, not of a picture: they wrap, can be marked and are read aloud. */
    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void whatIsProvedIsSaidInSentencesWithTheirMargins(int width) {
        browser.size(width, 844);
        story.open();
        String proved = story.reach("proved");
        assertThat(browser.all(proved + " canvas")).isEmpty();
        List<WebElement> rows = browser.all(proved + " .ledger tbody tr.holds");
        assertThat(rows).hasSize(7);
        for (WebElement row : rows) {
            List<WebElement> cells = row.findElements(By.cssSelector("td"));
            assertThat(cells.get(0).getText()).isEqualTo("✓");
            assertThat(cells.get(1).getText()).matches("(?s)[A-Zβ].*[.]");
            assertThat(cells.get(2).getText()).matches("[0-9.·⁻⁰-⁹]+|met exactly");
        }
        WebElement table = browser.find(proved + " .ledger");
        assertThat(browser.js("return arguments[0].scrollWidth <= arguments[0].clientWidth", table))
                .isEqualTo(true);
        assertThat(browser.find(proved + " .sliders").getLocation().getY())
                .isGreaterThanOrEqualTo(
                        table.getLocation().getY() + table.getSize().getHeight());
    }

    @Test
    void aNetworksRunThatComesWithThePageIsTheOneThatIsTold(@TempDir Path folder) {
        String store = browser.store().folder().toString();
        ProgramRun run = ProgramRun.eos(
                "run",
                "chebyshev-4",
                "--steps",
                "60",
                "--set",
                "measures=opposing",
                "--set",
                "measuresEvery=10",
                "--store",
                store);
        assertThat(run.exitCode()).as(run.err()).isLessThan(2);
        String id = browser.store().list().get(0).id();
        story.openFile(folder, "--run", id, "--store", store);
        String network = story.reach("network");
        assertThat(browser.find(network + " .outcome").getText()).startsWith("Step 37");
        // Its examples are numbers, and stand as such.
        assertThat(browser.all(network + " .cell"))
                .isNotEmpty()
                .allMatch(cell -> cell.getText().matches("-?[0-9.]+"));
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void theImagesThatPullApartFollowTheStep(int width, @TempDir Path folder) {
        browser.size(width, 844);
        story.openFile(folder);
        String network = story.reach("network");
        List<WebElement> cells = browser.all(network + " .cell");
        assertThat(cells).hasSize(40).allMatch(WebElement::isDisplayed);
        String sheet = cells.get(0).getCssValue("background-image").replaceAll("^url\\(\"|\"\\)$", "");
        assertThat(browser.driver()
                        .executeAsyncScript(
                                "const [url, done] = arguments; const i = new Image(); i.src = url;"
                                        + "i.decode().then(() => done(i.naturalWidth > 0), e => done(String(e)))",
                                sheet))
                .isEqualTo(true);
        assertThat(browser.find(network + " .exhibit").getText()).contains("Step 495 to 496", "CIFAR-10");
        long framed = cells.stream()
                .filter(cell -> cell.getDomAttribute("class").contains("framed"))
                .count();
        assertThat(framed).isBetween(11L, 20L);
        double height = browser.find(network + " .moments").getSize().getHeight();
        browser.find(network + " .scrub").sendKeys(Keys.HOME);
        browser.await("document.querySelector('" + network + " .exhibit').innerText.includes('Step 0 to 1')");
        assertThat(browser.find(network + " .moments").getSize().getHeight()).isEqualTo((int) height);
    }
}
