package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as a screen reader has it, and for hands that are not exact. */
@BrowserTest
class AccessibilityBrowserTest {
    /** More than any view has controls. */
    private static final int MOST = 120;

    /** Half of the last of the five digits that a result is said in. */
    private static final double SAID = 5e-5;

    private static final Pattern RESULT =
            Pattern.compile("Crosses the edge at step (\\d+), (\\d+) cycles, ends at ηS = ([\\d.]+)\\.");

    /** Controls that are smaller than 24 by 24 pixels; a link in a sentence may be as high as its line. */
    private static final String SMALL = """
            const area = e => (e.matches('input[type=checkbox]') ? e.closest('label') ?? e : e).getBoundingClientRect();
            return [...document.querySelectorAll('a, button, input, select, summary, textarea')]
              .filter(e => e.checkVisibility() && !e.closest('p a') && !e.matches('.skip'))
              .map(e => [e, area(e), getComputedStyle(e, '::after')])
              .filter(([e, r, after]) => Math.min(r.width, r.height) - (after.content === 'none' ? 0 : 2 * parseFloat(after.top || 0)) < 23.9)
              .map(([e, r]) => `${e.outerHTML.slice(0, 90)} ${r.width} x ${r.height}`);
            """;

    private final Chromium browser;
    private final PlayPage play;
    private final AccessibilityTree tree;

    AccessibilityBrowserTest(Chromium browser) {
        this.browser = browser;
        play = new PlayPage(browser);
        tree = new AccessibilityTree(browser);
    }

    private void press(CharSequence... keys) {
        browser.driver().switchTo().activeElement().sendKeys(keys);
    }

    /** Goes on by the Tab key to what is called so. */
    private AccessibilityTree.Node tabTo(String role, String name) {
        for (int i = 0; i < MOST; i++) {
            press(Keys.TAB);
            AccessibilityTree.Node focused = tree.focused();
            if (focused.role().equals(role) && focused.name().equals(name)) {
                return focused;
            }
        }
        throw new AssertionError("no " + role + " " + name + " is reached by Tab");
    }

    private MatchResult spoken() {
        return browser.await(
                "a result that is spoken",
                d -> tree.of("status").stream()
                        .flatMap(node -> RESULT.matcher(node.name() + text()).results())
                        .findFirst()
                        .orElse(null));
    }

    /** The name of a status is not its text, in the tree; that is among the texts below it. */
    private String text() {
        return String.valueOf(browser.js("return [...document.querySelectorAll('[role=status]')]"
                + ".filter(e => e.checkVisibility()).map(e => e.textContent).join('\\n')"));
    }

    private static void assertSaid(MatchResult said, double eta) {
        Catalogue catalogue = Catalogue.load();
        Experiment experiment =
                catalogue.experiment(catalogue.preset("canonical")).with(Map.of("eta", eta));
        Run run = Run.of(experiment, Recording.ALL, List.of());
        Timeline timeline = run.trajectory().timeline();
        double[] sharpness = run.trajectory().table().column("sharpness");
        assertThat(Long.parseLong(said.group(1))).isEqualTo(timeline.firstCrossing());
        assertThat(Integer.parseInt(said.group(2))).isEqualTo(timeline.cycles().size());
        assertThat(Double.parseDouble(said.group(3))).isCloseTo(eta * sharpness[sharpness.length - 1], within(SAID));
    }

    @Test
    void aRunIsChangedAndUnderstoodByKeyboardAndByWhatIsRead() {
        browser.go("#/play?preset=canonical");
        browser.await(PlayPage.CLAIMS);
        assertSaid(spoken(), 3.2);
        AccessibilityTree.Node slider = tabTo("slider", "η, step size");
        assertThat(tree.spoken(slider.name())).isEqualTo("η = 3.2, in the EoS window");
        assertThat(slider.description()).contains("> 0 and finite");
        assertThat(browser.find(".help").getText()).startsWith("η, step size");
        String before = spoken().group();
        press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.await("another result", d -> !spoken().group().equals(before));
        double eta = Double.parseDouble(play.field("eta"));
        assertThat(eta).isGreaterThan(3.2);
        assertThat(tree.spoken(tree.focused().name())).isEqualTo("η = " + play.field("eta") + ", in the EoS window");
        assertSaid(spoken(), eta);

        browser.type("#set-eta", "9");
        browser.await(
                "a value that is said as it is",
                d -> tree.spoken("η, step size").equals("η = 9, above the EoS window"));
        assertThat(tree.of("link")).extracting(AccessibilityTree.Node::name).contains("EoS Lab edge of stability");
        assertThat(tree.of("button"))
                .extracting(AccessibilityTree.Node::name)
                .contains("Dark theme", "Back to canonical", "back to η = 3.2");
    }

    @Test
    void aStepSaysOfWhichClaimItIsTheWorst() {
        browser.go("#/play?preset=canonical");
        browser.await(PlayPage.CLAIMS);
        assertThat(tree.of("button"))
                .extracting(AccessibilityTree.Node::name)
                .anyMatch(name -> name.matches("step \\d+, the worst of L4.2i: go there"))
                .noneMatch(name -> name.matches("\\d+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"play", "watch", "compare", "sweep"})
    void everyViewHasOneHeadingAndEachLandmarkOnce(String view) {
        browser.go("#/" + view);
        browser.find("." + view);
        assertThat(browser.all("h1")).hasSize(1);
        List<String> landmarks = tree.nodes().stream()
                .filter(node -> List.of("region", "complementary", "navigation", "main", "banner", "form")
                        .contains(node.role()))
                .map(node -> node.role() + " " + node.name())
                .toList();
        assertThat(landmarks).doesNotHaveDuplicates().contains("main ");
        assertThat(tree.nodes())
                .filteredOn(node -> node.role().equals("region"))
                .extracting(AccessibilityTree.Node::name)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"play, 1440", "play, 390", "watch, 1440", "watch, 390", "compare, 1440", "sweep, 390"})
    void whatIsToBeHitIsLargeEnough(String view, int width) {
        browser.width(width);
        browser.go("#/" + view + (view.equals("play") ? "?preset=canonical&eta=3.3" : ""));
        browser.find("." + view);
        if (view.equals("play")) {
            browser.await(PlayPage.CLAIMS);
        }
        assertThat((List<?>) browser.js(SMALL)).isEmpty();
    }

    @Test
    void aFingerZoomsAndAButtonShowsAllAgain() {
        browser.width(390);
        play.open("preset=canonical");
        browser.js("document.querySelector('.timeline').scrollIntoView()");
        @SuppressWarnings("unchecked")
        Map<String, Number> box = (Map<String, Number>)
                browser.js("const r = document.querySelector('.timeline .u-over').getBoundingClientRect();"
                        + "return { left: r.left, width: r.width, y: r.top + r.height / 2 }");
        double left = box.get("left").doubleValue();
        double width = box.get("width").doubleValue();
        touch("touchStart", left + 0.25 * width, box.get("y"));
        touch("touchMove", left + 0.4 * width, box.get("y"));
        touch("touchMove", left + 0.5 * width, box.get("y"));
        assertThat(browser.find(".timeline .marking").isDisplayed()).isTrue();
        browser.driver()
                .executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
        browser.await("document.querySelector('.timeline').dataset.range !== '0..6000'");
        assertThat(play.range().get(0)).isBetween(1400.0, 1600.0);
        assertThat(play.range().get(1)).isBetween(2900.0, 3100.0);
        browser.button("Show all").click();
        browser.await("document.querySelector('.timeline').dataset.range === '0..6000'");
        assertThat(browser.js("return document.querySelector('.timeline .whole').hidden"))
                .isEqualTo(true);
    }

    @Test
    void theRunUnderTheKeyboardIsShownAndSpoken() {
        browser.go("#/sweep?preset=canonical&x=eta,1,4,linear&y=alpha,0.3,0.9,linear&points=13&steps=3000");
        browser.await("document.querySelector('.sweep .js-plotly-plot .heatmaplayer image') !== null");
        WebElement diagram = browser.find(".sweep [role=application]");
        diagram.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_UP);
        Experiment experiment = Catalogue.load()
                .experiment(Catalogue.load().preset("canonical"))
                .with(Map.of("eta", 2.75, "alpha", 0.65, "steps", 3000));
        Timeline timeline =
                Run.of(experiment, Recording.ALL, List.of()).trajectory().timeline();
        String said = "η = 2.75, α = 0.65: through the edge. Crosses the edge at step " + timeline.firstCrossing()
                + ", " + timeline.cycles().size() + " cycles, ends at ηS = ";
        browser.await("the run in words", d -> text().contains(said));
        assertThat(browser.find(".preview").getDomAttribute("data-readings")).isNotEqualTo("0");
        // Which run it is changes at once; nothing else has to be read.
        diagram.sendKeys(Keys.ARROW_LEFT);
        browser.await("the next run", d -> text().contains("η = 2.5, α = 0.65: through the edge"));
    }

    private void touch(String type, double x, Number y) {
        browser.driver()
                .executeCdpCommand(
                        "Input.dispatchTouchEvent",
                        Map.of("type", type, "touchPoints", List.of(Map.of("x", x, "y", y.doubleValue()))));
    }
}
