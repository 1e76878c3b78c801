package org.eoslab.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eoslab.Shared;
import org.eoslab.cli.ProgramRun;
import org.eoslab.cli.option.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eigenvalues as the program prints them: of modules against PyTorch's own, of formulas against closed forms, of stored runs against their rows. */
class SharpnessCommandTest {
    private static final Path MODULES = Path.of("../torch/src/test/resources/torchscript");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A residual of 1e-4 makes an eigenvalue good to its square over the gap. */
    private static final double EIGENVALUE = 1e-6;

    @TempDir
    private Path folder;

    private static JsonNode json(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("sharpness", "--json"));
        all.addAll(Arrays.asList(arguments));
        ProgramRun result = ProgramRun.eos(all.toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return MAPPER.readTree(result.out());
    }

    private static String[] module(String name, String... more) throws IOException {
        JsonNode reference =
                MAPPER.readTree(MODULES.resolve("reference.json").toFile()).get(name);
        List<String> all = new ArrayList<>(
                List.of("--network", MODULES.resolve(name + ".pt").toString()));
        for (String key : List.of("inputs", "targets")) {
            all.add("--" + key);
            all.add(MODULES.resolve("data.npz") + ":" + reference.get(key).asText());
        }
        all.addAll(List.of("--loss", reference.get("loss").asText()));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({"tied, 15, 10", "convolutional, 97, 9", "recurrent, 88, 7", "transformer, 102, 8", "mlp-traced, 42, 10"
    })
    void endsOfTheSpectrumArePyTorchs(String name, int parameters, int examples) throws IOException {
        JsonNode reference =
                MAPPER.readTree(MODULES.resolve("reference.json").toFile()).get(name);
        double scale = reference.get("largest").get(0).asDouble();
        for (String end : List.of("largest", "smallest")) {
            String[] arguments = module(name, "--eigenvalues", "3", "--tolerance", "1e-6");
            JsonNode found = end.equals("largest")
                    ? json(arguments)
                    : json(module(name, "--eigenvalues", "3", "--tolerance", "1e-6", "--smallest"));
            assertThat(found.properties().stream().map(Map.Entry::getKey))
                    .containsExactly(
                            "eigenvalues", "residuals", "products", "seconds", "parameters", "examples", "loss");
            for (int i = 0; i < 3; i++) {
                assertThat(found.get("eigenvalues").get(i).doubleValue())
                        .as("%s %d", end, i)
                        .isCloseTo(reference.get(end).get(i).asDouble(), within(EIGENVALUE * scale));
                assertThat(found.get("residuals").get(i).doubleValue()).isBetween(0.0, 1e-5 * scale);
            }
            assertThat(found.get("loss").doubleValue())
                    .isCloseTo(reference.get("value").asDouble(), within(1e-12));
            assertThat(found.get("parameters").intValue()).isEqualTo(parameters);
            assertThat(found.get("examples").intValue()).isEqualTo(examples);
            assertThat(found.get("products").intValue()).isPositive();
        }
    }

    @Test
    void ofSomeParametersItIsTheBlocks() throws IOException {
        double all = json(module("recurrent")).get("eigenvalues").get(0).doubleValue();
        JsonNode block = json(module("recurrent", "--parameters", "last.*"));
        assertThat(block.get("parameters").intValue()).isEqualTo(4);
        assertThat(block.get("eigenvalues").get(0).doubleValue()).isPositive().isLessThan(all);
    }

    @Test
    void anyExperimentFileHasAStart() throws IOException {
        Path file = folder.resolve("bowl.yaml");
        Files.writeString(file, "model: formula\nloss: 3*x^2 - y^2 + 0.5*z^2\nstart: {x: 1, y: 2, z: 0}\neta: 0.1\n");
        JsonNode largest = json("--network", file.toString(), "--eigenvalues", "3");
        JsonNode smallest = json("--network", file.toString(), "--smallest");
        assertThat(largest.get("loss").doubleValue()).isEqualTo(-1);
        double[] expected = {6, 1, -2};
        for (int i = 0; i < 3; i++) {
            assertThat(largest.get("eigenvalues").get(i).doubleValue()).isCloseTo(expected[i], within(1e-12));
        }
        assertThat(smallest.get("eigenvalues").get(0).doubleValue()).isCloseTo(-2, within(1e-12));
        String text = ProgramRun.eos("sharpness", "--network", file.toString()).out();
        assertThat(text).contains("bowl.yaml: 3 parameters, 1 example, loss -1", "2/S = 0.333333");
        assertThat(text.replaceAll("\\s+", " ")).contains("stable up to S = 20; this is 0.3 of it");
    }

    /** In the coordinates of the span of few inputs the loss has fewer parameters; the directions that are left out have the eigenvalue 0. */
    @Test
    void directionsThatTheLossDoesNotDependOnCount() throws IOException {
        String data = Shared.path("data").toString();
        List<String> few =
                List.of("images=10", "width=3", "depth=2", "dtype=float64", "standardise=used", "data=" + data);
        List<String> arguments = new ArrayList<>(List.of("--network", "cifar-fc", "--eigenvalues", "60"));
        few.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        JsonNode spanned = json(arguments.toArray(String[]::new));
        // A step for each parameter by itself needs the parameters as they are.
        arguments.addAll(List.of("--set", "optimizer=adam"));
        JsonNode whole = json(arguments.toArray(String[]::new));
        assertThat(spanned.get("parameters").intValue()).isEqualTo(3072 * 3 + 3 + 3 * 10 + 10);
        assertThat(whole.get("parameters")).isEqualTo(spanned.get("parameters"));
        double scale = whole.get("eigenvalues").get(0).doubleValue();
        for (int i = 0; i < 60; i++) {
            assertThat(spanned.get("eigenvalues").get(i).doubleValue())
                    .as("eigenvalue %d", i)
                    .isCloseTo(whole.get("eigenvalues").get(i).doubleValue(), within(EIGENVALUE * scale));
        }
        assertThat(spanned.get("eigenvalues").get(59).doubleValue()).isZero();
    }

    @Test
    void ofAStoredRunItIsTheRunsOwnAtEveryStep() throws IOException {
        String store = folder.resolve("store").toString();
        ProgramRun run = ProgramRun.eos(
                "run",
                "chebyshev-4",
                "--steps",
                "60",
                "--set",
                "every=20",
                "--set",
                "dtype=float64",
                "--record",
                "0,20,60",
                "--store",
                store,
                "--json");
        JsonNode document = MAPPER.readTree(run.out());
        String id = document.get("id").textValue();
        assertThat(document.get("states")).hasSize(3);
        for (JsonNode state : document.get("states")) {
            JsonNode found = json(id, "--at", state.get("step").asText(), "--store", store, "--tolerance", "1e-8");
            assertThat(found.get("loss").doubleValue())
                    .isEqualTo(state.get("loss").doubleValue());
            assertThat(found.get("eigenvalues").get(0).doubleValue())
                    .isCloseTo(state.get("sharpness").doubleValue(), within(1e-8));
        }
        JsonNode last = json(id, "--store", store);
        assertThat(last.get("loss").doubleValue())
                .isEqualTo(document.get("states").get(2).get("loss").doubleValue());
        assertThat(ProgramRun.eos("sharpness", id, "--at", "61", "--store", store)
                        .err())
                .isEqualTo("eos: step: 61 is not allowed; it must be from 0 to 60\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sharpness | what is looked at is not said; give --network FILE, or the ID of a stored run",
                "sharpness some-run --network net.pt | what is looked at is not said",
                "sharpness some-run --loss mse | loss: has no effect on a stored run",
                "sharpness --network net.pt --at 3 | --at: 3 has no effect with --network",
                "sharpness --network net.pt | missing: inputs",
                "sharpness --network canonical --eigenvalues 4 | --eigenvalues: 4 is not allowed; there are 3 parameters",
                "sharpness --network canonical --eigenvalues 0 | --eigenvalues: 0 is not allowed; it must be at least 1",
                "sharpness --network canonical --tolerance 2 | --tolerance: 2 is not allowed; it must be between 1e-12 and 0.1",
                "sharpness --network canonical --loss mse | key loss: unknown",
                "sharpness --network absent.pt --inputs x.npy --targets y.npy | inputs: x.npy: there is no such file"
            })
    void refusesInOneLine(String line, String says) {
        ProgramRun result = ProgramRun.eos(line.split(" ", -1));
        assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("eos: " + says).hasLineCount(1);
    }
}
