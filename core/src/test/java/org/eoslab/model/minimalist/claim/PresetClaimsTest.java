package org.eoslab.model.minimalist.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eoslab.Shared;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The claims on the paper's own runs. */
class PresetClaimsTest {
    @Test
    void everyClaimHoldsOnCanonical() {
        Run run = run("canonical", Map.of());
        assertThat(run.findings())
                .hasSize(21)
                .allSatisfy(f -> assertThat(f.verdict()).as("%s", f).isEqualTo(Verdict.HOLDS))
                .allSatisfy(f -> assertThat(f.margin()).as(f.id()).isNotNegative())
                .allSatisfy(f -> assertThat(f.worstStep()).as(f.id()).isNotNegative())
                .allSatisfy(f -> assertThat(f.attained()).as(f.id()).isNotEmpty());
        assertThat(run.certificate()).map(Certificate::step).hasValue(5234L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"canonical", "underflow"})
    void certificateContainsTheLimitOfTheReference(String name) throws IOException {
        JsonNode states = new ObjectMapper()
                .readTree(Shared.path("reference/" + name + ".json").toFile())
                .get("states");
        double limit = states.get(states.size() - 1).get("sharpness").asDouble();
        Run run = run(name, Map.of());
        Certificate certificate = run.certificate().orElseThrow();
        assertThat(limit).isBetween(certificate.limitSharpnessLow(), certificate.limitSharpnessHigh());
        assertThat(certificate.limitSharpnessHigh())
                .isLessThan(run.trajectory().timeline().threshold());
    }

    @Test
    void manyCyclesIsTooShortForItsConvergence() {
        Run run = run("many-cycles", Map.of());
        assertThat(run.certificate()).isEmpty();
        assertThat(verdicts(run))
                .containsEntry("T4.1", Verdict.NOT_REACHED)
                .doesNotContainValue(Verdict.FAILS)
                .doesNotContainValue(Verdict.NOT_APPLICABLE);
    }

    @Test
    void everyClaimHoldsOnUnderflow() {
        assertThat(verdicts(run("underflow", Map.of())).values()).containsOnly(Verdict.HOLDS);
    }

    @Test
    void unclippedSaysWhatPresupposesTheFloor() {
        Run run = run("unclipped", Map.of());
        assertThat(verdicts(run))
                .containsEntry("T4.4", Verdict.NOT_APPLICABLE)
                .containsEntry("T4.1", Verdict.NOT_REACHED)
                .doesNotContainValue(Verdict.FAILS);
        assertThat(finding(run, "T4.4").note()).contains("floor");
        assertThat(finding(run, "T4.3b").note()).contains("floor");
    }

    @Test
    void anInadmissibleStartNamesConditionAndAmount() {
        Run run = run("canonical", Map.of("alpha", 1.0));
        Finding finding = finding(run, "T4.3a");
        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        // λ₁α² = 1 against 2/η = 0.625: 37.5 % of the larger.
        assertThat(finding.note()).contains("S1").contains("1 against 0.625,").contains("by 38 %");
    }

    @Test
    void outsideTheFlatterSubsetOnlyTheorem44DoesNotApply() {
        Run run = run("canonical", Map.of("alpha", 0.77));
        assertThat(finding(run, "T4.4").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(finding(run, "T4.4").note()).contains("flatter subset");
        assertThat(verdicts(run).entrySet().stream().filter(v -> v.getValue() == Verdict.NOT_APPLICABLE))
                .extracting(Map.Entry::getKey)
                .containsOnly("T4.4", "T4.4*");
    }

    @Test
    void beforeTheFirstCrossingTheEdgeIsNotReached() {
        assertThat(verdicts(run("canonical", Map.of("steps", 100))))
                .containsEntry("T4.1", Verdict.NOT_REACHED)
                .containsEntry("T4.3a", Verdict.NOT_REACHED)
                .containsEntry("T4.3b", Verdict.NOT_REACHED)
                .containsEntry("T4.4", Verdict.NOT_REACHED);
    }

    @Test
    void thinnedRowsLeaveTheClaimsThatNeedEveryStep() {
        Run run = run("canonical", Map.of(), new Recording.Every(10));
        for (String id : List.of("L4.2iii", "T4.3a", "T4.4", "T4.6")) {
            assertThat(finding(run, id).verdict()).as(id).isEqualTo(Verdict.NOT_APPLICABLE);
            assertThat(finding(run, id).note()).as(id).contains("thinned");
        }
        for (String id : List.of("L4.2i", "L4.2ii", "T4.1", "T4.3b", "L4.5", "L5.1", "T5.2", "C.1")) {
            assertThat(finding(run, id).verdict()).as(id).isEqualTo(Verdict.HOLDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "step 0.1", "norm 0.5", "floor 1.81"})
    void shortRunsOfEveryRuleAreJudged(String clip) {
        for (int steps = 0; steps < 4; steps++) {
            assertThat(verdicts(run("canonical", Map.of("clip", clip, "steps", steps))))
                    .as("%s, %d steps", clip, steps)
                    .hasSize(21)
                    .doesNotContainValue(Verdict.FAILS);
        }
    }

    private static Run run(String preset, Map<String, ?> changes) {
        return run(preset, changes, Recording.ALL);
    }

    private static Run run(String preset, Map<String, ?> changes, Recording recording) {
        Catalogue catalogue = Catalogue.load();
        Experiment experiment = catalogue.experiment(catalogue.preset(preset)).with(changes);
        return Run.of(experiment, recording, List.of());
    }

    private static Finding finding(Run run, String id) {
        return run.findings().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Verdict> verdicts(Run run) {
        return run.findings().stream().collect(Collectors.toMap(Finding::id, Finding::verdict));
    }
}
