package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eoslab.cli.ProgramRun;
import org.eoslab.experiment.Catalogue;
import org.eoslab.view.Cancellation;
import org.eoslab.view.Questions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The story: the first screen of the page, from a folder and from a server, by mouse, by keyboard, on a phone and on a projector. */
@BrowserTest
class StoryBrowserTest {
    private static final String FIRST = ".chapter.hero";

    private final Chromium browser;

    StoryBrowserTest(Chromium browser) {
        this.browser = browser;
        browser.size(1440, 900);
    }

    /** A chapter shows what its knobs say, in the text and in the picture. */
    private static String drawn(String chapter) {
        return "document.querySelector('" + chapter + "')?.dataset.shown !== undefined && document.querySelector('"
                + chapter + " :is(canvas, .ledger td)') !== null";
    }

    private static String shows(String chapter, String knob, double value) {
        return "JSON.parse(document.querySelector('" + chapter + "')?.dataset.shown ?? '{}')." + knob + " === " + value;
    }

    private void openFile(Path folder, String... options) {
        List<String> arguments = new ArrayList<>(List.of("site", "--out", folder.toString()));
        arguments.addAll(List.of(options));
        ProgramRun program = ProgramRun.eos(arguments.toArray(String[]::new));
        assertThat(program.exitCode()).as(program.err()).isZero();
        browser.driver().get("about:blank");
        browser.driver().get(folder.resolve("index.html").toUri().toString());
        browser.await(drawn(FIRST));
    }

    private String picture(String chapter) {
        return String.valueOf(browser.js(
                "return [...document.querySelectorAll('" + chapter + " canvas')].map(c => c.toDataURL()).join()"));
    }

    private String text(String chapter) {
        return browser.find(chapter + " .prose").getText();
    }

    @Test
    void isTheFirstScreenOfAFolderAndAsksNobody(@TempDir Path folder) {
        browser.stopServer();
        openFile(folder);
        assertThat(browser.find("h1").getText()).isEqualTo("The edge of stability");
        assertThat(browser.all("h1")).hasSize(1);
        assertThat(text(FIRST)).contains("crosses it at step 121");
        String before = picture(FIRST);
        WebElement number = browser.find(FIRST + " .scrub");
        browser.drag(number, 0, -120, 0);
        browser.await("Number(document.querySelector('" + FIRST + " .scrub').getAttribute('aria-valuenow')) < 1.6");
        browser.await("document.querySelector('" + FIRST + " .prose').innerText.includes('never gets there')");
        assertThat(picture(FIRST)).isNotEqualTo(before);
        @SuppressWarnings("unchecked")
        List<String> asked = (List<String>)
                Objects.requireNonNull(browser.js("return performance.getEntriesByType('resource').map(e => e.name)"));
        assertThat(asked).allMatch(name -> name.startsWith("file:") || name.startsWith("blob:"));
        browser.startServer();
    }

    @Test
    void theServersPageComputesInThePageToo() {
        browser.go("#/");
        browser.await(drawn(FIRST));
        @SuppressWarnings("unchecked")
        List<String> asked = (List<String>)
                Objects.requireNonNull(browser.js("return performance.getEntriesByType('resource').map(e => e.name)"));
        assertThat(asked).anyMatch(name -> name.endsWith("/laboratory.js"));
        assertThat(asked).noneMatch(name -> name.endsWith("/api/play"));
    }

    @Test
    void everyChapterSaysAndDrawsSomething() {
        browser.go("#/story");
        browser.await(drawn(FIRST));
        for (WebElement chapter : browser.all(".chapter")) {
            String css = "[data-chapter=" + chapter.getDomAttribute("data-chapter") + "]";
            browser.js("arguments[0].scrollIntoView()", chapter);
            browser.await(drawn(css));
            assertThat(browser.find(css + " .outcome").getText()).as(css).isNotBlank();
            assertThat(browser.all(css + " .problem")).as(css).noneMatch(WebElement::isDisplayed);
        }
    }

    @Test
    void theKeyboardMovesANumberAndItsSlider() {
        browser.go("#/story");
        browser.await(drawn(FIRST));
        WebElement number = browser.find(FIRST + " .scrub");
        number.sendKeys(Keys.ARROW_RIGHT);
        browser.await(shows(FIRST, "eta", 3.21));
        assertThat(number.getDomAttribute("aria-valuetext")).isEqualTo("η = 3.21");
        WebElement slider = browser.find(FIRST + " input");
        assertThat(slider.getDomProperty("value")).isEqualTo("3.21");
        assertThat(slider.getDomAttribute("aria-valuetext")).isEqualTo("η = 3.21");
        slider.sendKeys(Keys.HOME);
        browser.await(shows(FIRST, "eta", 1.2));
        assertThat(number.getText()).isEqualTo("1.20");
        browser.await("document.querySelector('" + FIRST + " .unseen').textContent.includes('below the limit')");
    }

    @Test
    void aSymbolSaysWhatItMeansToTheKeyboard() {
        browser.go("#/story");
        browser.await(drawn(FIRST) + " && document.querySelector('.symbol').checkVisibility()");
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

    @Test
    void aQuestionIsAnsweredByTheSlider() {
        String valley = "[data-chapter=valley]";
        browser.go("#/story");
        browser.await(drawn(FIRST));
        browser.js("document.querySelector('" + valley + "').scrollIntoView()");
        browser.await(drawn(valley));
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
        browser.await(shows(features, "lambda2", 0.0015));
        browser.await("document.querySelector('" + features + "').getBoundingClientRect().top < innerHeight");
        browser.js("const e = document.querySelector('" + features
                + " input'); e.value = '0.0006'; e.dispatchEvent(new Event('input'))");
        browser.await(shows(features, "lambda2", 0.0006));
        browser.await("location.hash === '#/story?chapter=features&lambda2=0.0006'");
        browser.driver().navigate().back();
        browser.await(shows(features, "lambda2", 0.0015));
        assertThat(browser.js("return location.hash")).isEqualTo("#/story?chapter=features&lambda2=0.0015");
        browser.driver().navigate().forward();
        browser.await(shows(features, "lambda2", 0.0006));
    }

    /** At the top of the screen, also the first one, of which a little can be seen anyway. */
    @ParameterizedTest
    @ValueSource(strings = {"valley", "bounce", "tradeoff"})
    void aChapterIsOpenedAsItBegins(String chapter) {
        String css = "[data-chapter=" + chapter + "]";
        browser.go("#/story?chapter=" + chapter);
        browser.await(drawn(css));
        browser.await("Math.abs(document.querySelector('" + css + "').getBoundingClientRect().top) < 100");
    }

    private String presented() {
        return String.valueOf(browser.js("return document.querySelector('.chapter.current').dataset.chapter"));
    }

    @Test
    void isPresentedAParagraphAtATime() {
        browser.go("#/story");
        browser.await(drawn(FIRST));
        browser.button("Present").sendKeys(Keys.ENTER);
        browser.find(".presenting");
        assertThat(browser.all(".chapter").stream().filter(WebElement::isDisplayed))
                .hasSize(1);
        assertThat(browser.all(".prose > *").stream()
                        .filter(e -> !e.getTagName().equals("h1") && e.isDisplayed()))
                .hasSize(1);
        String first = text(FIRST);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        assertThat(presented()).isEqualTo("edge");
        assertThat(text(FIRST)).isNotEqualTo(first).contains("crosses it at step 121");
        for (int i = 0; i < 10 && presented().equals("edge"); i++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.PAGE_DOWN);
        }
        assertThat(presented()).isEqualTo("valley");
        browser.await(drawn("[data-chapter=valley]"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.PAGE_UP);
        assertThat(presented()).isEqualTo("edge");
        assertThat(text(FIRST)).contains("Your turn.");
        assertThat((Boolean) browser.js("return document.documentElement.scrollHeight <= innerHeight + 1"))
                .isTrue();
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.await("document.querySelector('.presenting') === null");
        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Present");
    }

    @Test
    void theContentsLeadToEveryChapterAndSayWhereOneIs() {
        browser.go("#/story");
        browser.await(drawn(FIRST));
        List<WebElement> links = browser.all(".contents a");
        assertThat(links).hasSameSizeAs(browser.all(".chapter"));
        links.get(4).click();
        browser.await("document.querySelector('.contents .title').textContent.startsWith('At the edge')");
        browser.await(drawn("[data-chapter=bounce]"));
        assertThat(browser.find(".ending").getText()).contains("Liu, Zhang, Du & Zhao (2025)");
    }

    /** A phone has the way to every chapter at hand, and a text that speaks of what it shows. */
    @Test
    void onAPhoneTheContentsStayAndTheTextSpeaksOfWhatIsShown() {
        browser.size(390, 844);
        browser.go("#/story");
        browser.await(drawn(FIRST));
        String well = "[data-chapter=well]";
        browser.js("document.querySelector('" + well + " .quiz').scrollIntoView({ block: 'end' })");
        browser.await(drawn(well));
        assertThat(browser.js("return document.querySelector('.contents').getBoundingClientRect().top"))
                .isEqualTo(0L);
        assertThat(browser.all(".contents a")).allMatch(WebElement::isDisplayed);
        assertThat(browser.js("return document.querySelector('" + well + " figure').getBoundingClientRect().top"
                        + " >= document.querySelector('.contents').getBoundingClientRect().bottom"))
                .isEqualTo(true);
        assertThat(browser.js("return document.querySelector('" + well + " .prose').innerText"))
                .asString()
                .contains("diagram")
                .doesNotContain("cobweb");
        browser.all(".contents a").get(5).click();
        browser.await("document.querySelector('.contents [aria-current]').textContent === '5'");
    }

    @Test
    void aWorkThatIsNamedLeadsToTheReferencesAndBack() {
        browser.size(1440, 900);
        browser.go("#/story");
        browser.await(drawn(FIRST));
        WebElement cite = browser.find(FIRST + " .cite");
        assertThat(cite.getText()).isEqualTo("Cohen et al. 2021");
        cite.sendKeys(Keys.ENTER);
        browser.await("document.activeElement.id === 'work-cohen'");
        assertThat(browser.driver().switchTo().activeElement().getText()).contains("Edge of Stability");
        browser.find("#work-cohen .back").click();
        browser.await("document.activeElement.classList.contains('cite')");
        // Formulas stand on lines of their own.
        assertThat(browser.all(".equation math")).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1024})
    void nothingIsWiderThanTheScreen(int width) {
        browser.size(width, 844);
        browser.go("#/story");
        browser.await(drawn(FIRST));
        for (WebElement chapter : browser.all(".chapter")) {
            String css = "[data-chapter=" + chapter.getDomAttribute("data-chapter") + "]";
            browser.js("arguments[0].scrollIntoView()", chapter);
            browser.await(drawn(css));
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
        browser.go("#/story");
        browser.await(drawn(FIRST));
        Map<String, String> knobs = Map.of("edge", "eta", "valley", "eta", "well", "eta", "bounce", "step");
        for (String chapter : List.of("edge", "valley", "well", "bounce")) {
            String css = "[data-chapter=" + chapter + "]";
            browser.js("document.querySelector('" + css + "').scrollIntoView()");
            browser.await(drawn(css));
            String places = "return [...document.querySelectorAll('" + css
                    + " .prose > *')].map(e => [e.offsetTop - document.querySelector('" + css
                    + "').offsetTop, e.offsetHeight].join(' ')).join()";
            Object before = browser.js(places);
            String said = text(css);
            WebElement slider = browser.find(css + " .sliders input");
            double low = Double.parseDouble(Objects.requireNonNull(slider.getDomAttribute("min")));
            double high = Double.parseDouble(Objects.requireNonNull(slider.getDomAttribute("max")));
            for (int i = 0; i <= 12; i++) {
                browser.js(
                        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))",
                        slider,
                        low + i * (high - low) / 12);
                double value = Double.parseDouble(Objects.requireNonNull(slider.getDomProperty("value")));
                browser.await(shows(css, Objects.requireNonNull(knobs.get(chapter)), value));
                assertThat(browser.js(places)).as("%s at %s", chapter, value).isEqualTo(before);
            }
            assertThat(text(css)).as(chapter).isNotEqualTo(said);
        }
    }

    /** What is proved are words of the page, not of a picture: they wrap, can be marked and are read aloud. */
    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void whatIsProvedIsSaidInSentencesWithTheirMargins(int width) {
        browser.size(width, 844);
        browser.go("#/story");
        browser.await(drawn(FIRST));
        String proved = "[data-chapter=proved]";
        browser.js("document.querySelector('" + proved + "').scrollIntoView()");
        browser.await(drawn(proved));
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
        openFile(folder, "--run", id, "--store", store);
        String network = "[data-chapter=network]";
        browser.js("document.querySelector('" + network + "').scrollIntoView()");
        browser.await(drawn(network));
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
        openFile(folder);
        String network = "[data-chapter=network]";
        browser.js("document.querySelector('" + network + "').scrollIntoView()");
        browser.await(drawn(network));
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

    /** What the story is told from has the program's bits. */
    @Test
    void theLandscapeIsTheProgramsToTheBit(@TempDir Path folder) {
        openFile(folder);
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
