package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eoslab.cli.ProgramRun;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.probe.StepProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page without a server, opened from a folder while the server is down. */
@BrowserTest
class SiteBrowserTest {
    private final Chromium browser;

    SiteBrowserTest(Chromium browser) {
        this.browser = browser;
    }

    private void open(Path folder, String hash) {
        browser.driver().get("about:blank");
        browser.driver().get(folder.resolve("index.html").toUri() + hash);
    }

    private static Path written(Path folder, String... options) {
        List<String> arguments = new ArrayList<>(List.of("site", "--out", folder.toString()));
        arguments.addAll(List.of(options));
        ProgramRun program = ProgramRun.eos(arguments.toArray(String[]::new));
        assertThat(program.exitCode()).as(program.err()).isZero();
        return folder;
    }

    @Test
    void playsAndChecksClaimsFromAFolderAndAsksNobody(@TempDir Path folder) {
        browser.stopServer();
        open(written(folder), "#/play?preset=canonical");
        browser.await(PlayPage.DRAWN);
        browser.await(PlayPage.CLAIMS);
        assertThat(browser.find(".claims").getText()).contains("holds");
        @SuppressWarnings("unchecked")
        List<String> named = (List<String>) Objects.requireNonNull(browser.js("return [...document.querySelectorAll("
                + "'script, link, img')].map(e => e.src || e.href).filter(Boolean)"
                + ".concat(performance.getEntriesByType('resource').map(e => e.name))"));
        assertThat(named)
                .hasSizeGreaterThan(3)
                .allMatch(name -> name.startsWith("file:") || name.startsWith("blob:") || name.startsWith("data:"));
    }

    /**
     * Every preset of a slider, 300 steps, every column: the program's bits where only arithmetic and roots are used, else a last digit or two, as the
     * languages round exp, tanh and hypot each in their way. How far rounding has gone, the residuals, is not compared; nor are differences of
     * losses and gradients, which are nothing but rounding once a run has settled, unless all else has the same bits: then they have, too.
     */
    @Test
    void everySmallModelHasTheBitsOfTheProgram(@TempDir Path folder) {
        open(written(folder), "#/play?preset=canonical");
        browser.await(PlayPage.DRAWN);
        Catalogue catalogue = Catalogue.load();
        List<String> exact = new ArrayList<>();
        for (Preset preset : catalogue.presets()) {
            Experiment whole = catalogue.experiment(preset);
            if (!whole.model().live()) {
                continue;
            }
            Experiment experiment = whole.with(Map.of("steps", Math.min(300, whole.steps())));
            Map<String, Map<String, List<Object>>> columns = answer(experiment);
            Table table =
                    Run.of(experiment, Recording.ALL, List.of()).trajectory().table();
            List<String> differences = columns.keySet().stream()
                    .filter(StepProgress.NAMES::contains)
                    .toList();
            List<String> values = columns.keySet().stream()
                    .filter(name -> !differences.contains(name) && !name.endsWith("esidual"))
                    .toList();
            double difference = difference(preset.name(), table, columns, values);
            assertThat(difference).as(preset.name()).isLessThan(1e-12);
            if (difference == 0) {
                exact.add(preset.name());
                assertThat(difference(preset.name(), table, columns, differences))
                        .isZero();
            }
        }
        assertThat(exact)
                .contains("canonical", "many-cycles", "underflow", "unclipped", "zhu", "chen-bruna-2d", "wang");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, List<Object>>> answer(Experiment experiment) {
        Map<String, Object> answer = (Map<String, Object>) Objects.requireNonNull(browser.driver()
                .executeAsyncScript(
                        "const [record, done] = arguments; eoslabAsk('play', {experiment: record, pixels: 4096})"
                                + ".then(done, e => done({error: String(e)}))",
                        experiment.toMap()));
        assertThat(answer).doesNotContainKey("error");
        return (Map<String, Map<String, List<Object>>>) answer.get("columns");
    }

    /** The largest difference of a value, relative to the largest of its column. */
    private static double difference(
            String preset, Table table, Map<String, Map<String, List<Object>>> columns, List<String> names) {
        double worst = 0;
        int compared = 0;
        for (String name : names) {
            double[] expected = table.column(name);
            List<Object> steps = columns.get(name).get("step");
            List<Object> values = columns.get(name).get("value");
            double scale = Math.max(
                    1e-300,
                    Arrays.stream(expected)
                            .filter(Double::isFinite)
                            .map(Math::abs)
                            .max()
                            .orElse(0));
            for (int i = 0; i < steps.size(); i++) {
                if (values.get(i) != null) {
                    double there = expected[((Number) steps.get(i)).intValue()];
                    double here = ((Number) values.get(i)).doubleValue();
                    worst = Math.max(worst, Math.abs(here - there) / scale);
                    compared++;
                }
            }
        }
        assertThat(compared).as(preset).isGreaterThanOrEqualTo(names.size());
        return worst;
    }

    @ParameterizedTest
    @ValueSource(doubles = {3.2, 1.9, 2.5})
    void theClaimsAreTheProgramsWordForWord(double eta, @TempDir Path folder) {
        open(written(folder), "#/play?preset=canonical");
        browser.await(PlayPage.DRAWN);
        Catalogue catalogue = Catalogue.load();
        Experiment canonical =
                catalogue.experiment(catalogue.preset("canonical")).with(Map.of("eta", eta));
        Run run = Run.of(canonical, Recording.ALL, List.of());
        Object here = browser.driver()
                .executeAsyncScript(
                        "const [record, done] = arguments; eoslabAsk('claims', {experiment: record})"
                                + ".then(a => done(a.claims.map(c => [c.id, c.verdict, c.statement, c.attained, c.note])),"
                                + " e => done(String(e)))",
                        canonical.toMap());
        assertThat(here)
                .isEqualTo(run.findings().stream()
                        .map(f -> List.of(f.id(), f.verdict().label(), f.statement(), f.attained(), f.note()))
                        .toList());
    }

    @Test
    void aFormulaIsTypedAndRestoredWithoutAServer(@TempDir Path folder) {
        browser.stopServer();
        open(written(folder), "#/play?preset=formula");
        browser.await(PlayPage.DRAWN);
        FormulaBrowserTest.write(browser, "log(cosh(x*z)) +");
        assertThat(browser.find(".wrong").getText()).contains("at character 17");
        FormulaBrowserTest.write(browser, "log(cosh(x*z))");
        browser.await("document.querySelector('#set-z') !== null");
        browser.type("#set-z", "5");
        browser.await("location.hash.includes('z=5')");
        String hash = String.valueOf(browser.js("return location.hash"));
        open(folder, hash);
        browser.await(PlayPage.DRAWN);
        assertThat(browser.find("#set-z").getDomProperty("value")).isEqualTo("5");
        assertThat(browser.find(".play .ending").getText()).isNotBlank();
    }

    @Test
    void aRecordedRunComesWithThePage(@TempDir Path folder) {
        Path store = browser.store().folder();
        ProgramRun run = ProgramRun.eos("run", "canonical", "--steps", "200", "--json", "--store", store.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        String id = browser.store().list().get(0).id();
        browser.stopServer();
        open(written(folder, "--run", id, "--store", store.toString()), "#/compare?runs=" + id);
        browser.await("document.querySelectorAll('table tbody tr').length > 0");
        assertThat(browser.find("table tbody").getText()).contains("canonical");
        browser.await("document.querySelector('#view canvas') !== null");
    }
}
