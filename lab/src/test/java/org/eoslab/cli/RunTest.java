package org.eoslab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    @TempDir
    private Path folder;

    private static JsonNode json(ProgramRun result) throws IOException {
        return new ObjectMapper().readTree(result.out());
    }

    @Test
    void printsOneJsonDocumentWithTheStatesAskedFor() throws IOException {
        ProgramRun result = ProgramRun.eos("run", "canonical", "--no-store", "--json", "--record", "0,100,6000");
        JsonNode json = json(result);
        assertThat(result.exitCode()).isZero();
        assertThat(json.get("outcome").asText()).isEqualTo("completed");
        assertThat(json.get("threshold").asDouble()).isEqualTo(0.625);
        assertThat(json.get("firstCrossing").asInt()).isEqualTo(121);
        assertThat(json.get("crossUp")).hasSize(13);
        assertThat(json.get("states")).hasSize(3);
        JsonNode last = json.get("states").get(2);
        assertThat(last.get("step").asInt()).isEqualTo(6000);
        assertThat(last.get("sharpness").asDouble() * 3.2).isCloseTo(1.99899, within(1e-5));
        assertThat(last.fieldNames())
                .toIterable()
                .contains("alpha", "beta1", "beta2", "alignment", "gfsSharpness", "surrogateLoss", "phase", "clipped");
        assertThat(last.get("phase").asText()).startsWith("II");
    }

    @Test
    void countsTheEventsThatItDoesNotList() throws IOException {
        JsonNode json = json(
                ProgramRun.eos("run", "zhu", "--steps", "20000", "--no-store", "--json", "--record", "every:20000"));
        assertThat(json.get("cycles")).hasSize(1000);
        assertThat(json.get("cyclesCount").asInt()).isGreaterThan(1000);
        assertThat(json.get("cycles").get(0).get("start").asInt()).isZero();
        JsonNode few = json(ProgramRun.eos("run", "canonical", "--no-store", "--json", "--record", "0"));
        assertThat(few.get("crossUpCount").asInt())
                .isEqualTo(few.get("crossUp").size())
                .isEqualTo(13);
    }

    @Test
    void aNumberBeyondDoublesIsAString() throws IOException {
        JsonNode json = json(ProgramRun.eos("run", "underflow", "--no-store", "--json", "--record", "1000"));
        assertThat(json.get("states").get(0).get("beta1").asText())
                .startsWith("-3.88026")
                .endsWith("e-922");
        assertThat(json.get("crossDown").get(0).asInt()).isEqualTo(6873);
    }

    @Test
    void anExperimentFileIsTheSameRun() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), """
                model: minimalist
                lambda1: 1
                lambda2: 0.001
                eta: 3.2
                start: {alpha: 0.7, beta1: 0.005, beta2: 0.2}
                clip: floor 1.81
                steps: 6000
                """);
        JsonNode preset = json(ProgramRun.eos("run", "canonical", "--no-store", "--json"));
        JsonNode own = json(ProgramRun.eos("run", file.toString(), "--no-store", "--json"));
        assertThat(own.get("states")).isEqualTo(preset.get("states"));
        assertThat(own.get("preset").asText()).isEqualTo("mine");
    }

    @Test
    void initialParametersReplaceTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("init.csv"), "0.7\n0.005\n0.2\n");
        JsonNode preset = json(ProgramRun.eos("run", "canonical", "--no-store", "--json"));
        JsonNode own = json(ProgramRun.eos(
                "run", "canonical", "--no-store", "--json", "--set", "alpha=0.6", "--init", file.toString()));
        assertThat(own.get("states")).isEqualTo(preset.get("states"));
    }

    @Test
    void aThinnedRunKeepsTheExactCrossings() throws IOException {
        JsonNode json = json(ProgramRun.eos("run", "many-cycles", "--no-store", "--json", "--record", "every:1000"));
        assertThat(json.get("crossUp")).hasSize(111);
        assertThat(json.get("states")).hasSize(16);
    }

    @Test
    void aFlowHasNoThresholdToCross() {
        ProgramRun result = ProgramRun.eos(
                "run", "chebyshev-3", "--set", "optimizer=gradient-flow", "--steps", "100", "--no-store");
        assertThat(result.out())
                .contains("a flow, stable at any sharpness; sharpness at the end 3.")
                .contains("completed after 100 steps\n");
        assertThat(result.out()).doesNotContain("Infinity").doesNotContain("phase I");
    }

    @Test
    void aModelWithoutClaimsIsSaidToHaveNone() throws IOException {
        ProgramRun result = ProgramRun.eos("verify", "formula");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("nothing to check: there are no claims about the model formula");
        assertThat(json(ProgramRun.eos("verify", "formula", "--json")).get("claims"))
                .isEmpty();
    }

    @Test
    void whatIsMeasuredBesidesIsInTheStates() throws IOException {
        JsonNode states = json(ProgramRun.eos(
                        "run",
                        "chebyshev-3",
                        "--set",
                        "measures=trace,density",
                        "--steps",
                        "100",
                        "--no-store",
                        "--json",
                        "--record",
                        "0,50"))
                .get("states");
        JsonNode first = states.get(0);
        assertThat(first.get("hessianTrace").doubleValue()).isPositive();
        assertThat(first.get("densityNodes").size())
                .isEqualTo(80)
                .isEqualTo(first.get("densityWeights").size());
        assertThat(first.get("densityNodes").get(0).doubleValue())
                .isCloseTo(first.get("sharpness").doubleValue(), within(1e-3));
        // The measures are read every 100 steps.
        assertThat(states.get(1).get("hessianTrace").isNull()).isTrue();
        assertThat(states.get(1).has("densityNodes")).isFalse();
    }

    @Test
    void peopleSeeThePhasesAndTheCycles() {
        ProgramRun result = ProgramRun.eos("run", "canonical", "--no-store");
        assertThat(result.out())
                .contains("first crossing at T₁ = 121")
                .contains("crossings: 13 up")
                .contains("cycle");
    }
}
