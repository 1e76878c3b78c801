package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.job.RunJson;
import org.eoslab.run.Recording;
import org.eoslab.store.RunWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Compare: the table of runs, and several of them over each other. */
@BrowserTest
class CompareBrowserTest {
    private static final String OVERLAID = "document.querySelectorAll('.compare .head .legend li').length === ";
    private static final String PLOT = "document.querySelector('.compare .stack').dataset";
    private static final String PICTURE = "return document.querySelector('.compare canvas').toDataURL()";
    private final Chromium browser;

    CompareBrowserTest(Chromium browser) {
        this.browser = browser;
    }

    @BeforeAll
    static void storeRuns(Chromium browser) {
        store(browser, "canonical", 3.2, 6000);
        store(browser, "<b onclick=alert(1)>bold", 2.4, 6000);
        store(browser, "long", 4.0, 100_000);
    }

    private static String store(Chromium browser, String name, double eta, long steps) {
        Catalogue catalogue = Catalogue.load();
        Experiment experiment =
                catalogue.experiment(catalogue.preset("canonical")).with(Map.of("eta", eta, "steps", steps));
        Run run = Run.of(experiment, Recording.ALL, List.of());
        try (RunWriter writer = browser.store().begin(name, experiment)) {
            writer.rows(run.trajectory().table());
            return writer.finish(RunJson.of(run, null, name, new Recording.Every(1000)))
                    .id();
        }
    }

    private List<String> names(String table, int column) {
        return browser.all("section[aria-label=" + table + "] tbody tr").stream()
                .map(row -> row.findElements(By.tagName("td")).get(column).getText())
                .toList();
    }

    private List<String> names() {
        return names("Runs", 1);
    }

    @Test
    void sortsFiltersAndOverlays() {
        browser.go("#/compare");
        browser.await(OVERLAID + "2");
        for (WebElement box : browser.all(".runs input[type=checkbox]:not(:checked)")) {
            box.click();
        }
        browser.await(OVERLAID + "3");
        // 100,000 and twice 6,001 rows, each thinned to two a pixel.
        assertThat(Integer.parseInt(String.valueOf(browser.js("return " + PLOT + ".readings"))))
                .isBetween(3 * 500, 3 * 4000);
        browser.button("η").click();
        browser.await("location.hash.includes('sort=eta')");
        assertThat(names()).first().isEqualTo("long");
        browser.button("time").click();
        browser.await("document.querySelector('.compare .xtitle').textContent === 'time η·t'");
        assertThat(browser.js("return Math.round(" + PLOT + ".range.split('..')[1])"))
                .isEqualTo(400_000L);
        Object linear = browser.js(PICTURE);
        browser.button("log").click();
        browser.await(PLOT + ".scales === 'log'");
        assertThat(browser.js(PICTURE)).isNotEqualTo(linear);
        browser.find("input[aria-label='Filter runs']").sendKeys("eta=3.2");
        browser.await("document.querySelectorAll('section[aria-label=Runs] tbody tr').length === 1");
        assertThat(names()).containsExactly("canonical");
        String hash = String.valueOf(browser.js("return location.hash"));
        browser.go(hash);
        browser.await(OVERLAID + "3");
        assertThat(names()).containsExactly("canonical");
    }

    @Test
    void sweepsAreSortedFilteredAndOpened() throws IOException {
        String axes = "preset: canonical\nsteps: 50\nsweep: {axes: {eta: {from: 1, to: 4, points: 9}%s}}\n";
        String alpha = ", alpha: {from: 0.3, to: 1, points: 9}";
        SweepBrowserTest.store(browser, "line", axes.formatted(""));
        SweepBrowserTest.store(browser, "map", axes.formatted(alpha));
        SweepBrowserTest.store(browser, "brink", axes.formatted(alpha) + "border: {of: regime, coarse: 4}\n");
        Files.writeString(browser.store().folder().resolve("sweeps/line/sweep.yaml"), "preset: canonical\n");
        browser.go("#/compare");
        browser.await("document.querySelectorAll('section[aria-label=Sweeps] tbody tr').length === 3");
        WebElement sweeps = browser.find("section[aria-label=Sweeps]");
        assertThat(sweeps.getText()).contains("3 sweeps", "line cannot be read", "η × α", "border", "81");
        sweeps.findElement(By.xpath(".//button[normalize-space()='Sweep']")).click();
        browser.await("location.hash.includes('sweeps-sort=sweep')");
        assertThat(names("Sweeps", 0)).containsExactly("map", "line cannot be read", "brink");
        sweeps.findElement(By.cssSelector("input")).sendKeys("border alpha");
        browser.await("document.querySelectorAll('section[aria-label=Sweeps] tbody tr').length === 1");
        browser.go(String.valueOf(browser.js("return location.hash")));
        browser.await("document.querySelectorAll('section[aria-label=Sweeps] tbody tr').length === 1");
        browser.find("section[aria-label=Sweeps] a").click();
        browser.await("document.querySelector('.sweep .js-plotly-plot .heatmaplayer image') !== null");
        assertThat(browser.js("return location.hash")).asString().startsWith("#/sweep?stored=brink");
        assertThat(browser.find("#sweep-source").getDomProperty("value")).isEqualTo("stored:brink");
    }

    @Test
    void whatTheStoreGetsAndLosesMeanwhileShows() {
        browser.go("#/compare");
        browser.await(OVERLAID + "2");
        String id = store(browser, "meanwhile", 2.0, 100);
        browser.await("document.querySelector('.compare .runs tbody').textContent.includes('meanwhile')");
        browser.store().delete(id);
        browser.await("!document.querySelector('.compare .runs tbody').textContent.includes('meanwhile')");
    }

    @Test
    void aRunWithoutRowsHidesNoOther() {
        Catalogue catalogue = Catalogue.load();
        String canonical = browser.store().find("canonical").id();
        RunWriter writer = browser.store().begin("young", catalogue.experiment(catalogue.preset("canonical")));
        browser.go("#/compare?runs=" + writer.id() + "," + canonical);
        browser.await(OVERLAID + "1");
        browser.await("document.querySelector('.compare .note').textContent.includes('No rows yet: young')");
        assertThat(browser.all(".compare select option")).hasSizeGreaterThan(5);
        assertThat(browser.js("return document.querySelector('.compare > .card > .problem').hidden"))
                .isEqualTo(true);
        writer.close();
    }

    @Test
    void whatTheAddressAsksForAndThereIsNotIsNamed() {
        browser.go("#/compare?runs=nosuch,also&column=sharpness");
        browser.await("document.querySelector('.compare > .card > .problem').textContent.includes('nosuch, also')");
        assertThat(browser.js("return location.hash")).asString().contains("nosuch");
        assertThat(browser.js("return " + PLOT + ".readings")).isEqualTo("0");
        browser.go("#/compare?runs=nosuch," + browser.store().find("canonical").id() + "&column=nothing");
        browser.await(OVERLAID + "1");
        assertThat(browser.find(".compare > .card > .problem").getText())
                .contains("Not in the store: nosuch.", "no column nothing");
        assertThat(browser.find(".compare select").getDomProperty("value")).isEqualTo("sharpness");
    }

    @Test
    void theKeyboardStaysWhereItIs() {
        browser.go("#/compare");
        browser.await(OVERLAID + "2");
        WebElement box = browser.find(".runs input[type=checkbox]:not(:checked)");
        String name = box.getAccessibleName();
        box.sendKeys(Keys.SPACE);
        browser.await(OVERLAID + "3");
        WebElement focused = browser.driver().switchTo().activeElement();
        assertThat(focused.getAccessibleName()).isEqualTo(name);
        focused.sendKeys(Keys.SPACE);
        browser.await(OVERLAID + "2");
    }

    @Test
    void aDragZoomsAndADoubleClickShowsAllAgain() {
        browser.go("#/compare?runs=" + browser.store().find("canonical").id());
        browser.await(OVERLAID + "1");
        Object whole = browser.js(PICTURE);
        WebElement plot = browser.find(".compare .u-over");
        browser.drag(plot, -200, 120, 0);
        browser.await(PLOT + ".range !== '0..6000'");
        assertThat(browser.js(PICTURE)).isNotEqualTo(whole);
        new Actions(browser.driver()).doubleClick(plot).perform();
        browser.await(PLOT + ".range === '0..6000'");
        assertThat(browser.js(PICTURE)).isEqualTo(whole);
    }

    /** 100,000 rows on about 1,300 pixels: of a fortieth of them all can be shown. */
    @Test
    void aZoomShowsRowsThatTheWholeRunHasNoRoomFor() {
        for (String axis : List.of("step", "time")) {
            browser.go("#/compare?axis=" + axis + "&runs="
                    + browser.store().find("long").id());
            browser.await(OVERLAID + "1");
            long thinned = Long.parseLong(String.valueOf(browser.js("return " + PLOT + ".readings")));
            browser.drag(browser.find(".compare .u-over"), 0, 30, 0);
            browser.await(PLOT + ".readings > " + 2 * thinned);
        }
    }

    @Test
    void whatIsExportedAreTheRuns() throws IOException {
        String id = browser.store().find("canonical").id();
        browser.go("#/compare?runs=" + id + "&column=loss&scale=log");
        browser.await(OVERLAID + "1");
        assertThat(Files.readAllLines(browser.download("Columns of each run (CSV)", id + ".csv")))
                .hasSize(6002)
                .first()
                .asString()
                .startsWith("step,time,alpha");
        assertThat(Files.readString(browser.download("Experiment of each run (YAML)", id + ".yaml")))
                .contains("eta: 3.2");
        assertThat(Files.readString(browser.download("Report (HTML)", "compare.html")))
                .contains("<svg", "eta: 3.2", "canonical")
                .doesNotContain("<b onclick");
    }
}
