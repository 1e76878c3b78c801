package org.eoslab.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eoslab.cli.ProgramRun;
import org.eoslab.experiment.Experiment;
import org.eoslab.job.sweep.SweepFile;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.Sweep;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 200 random rows of sweeps of every model beside {@code eos run} with the settings of the row: every number has the same bits. */
class SweepRowsTest {
    private static final int ROWS = 25;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "canonical     | eta: {from: 0.5, to: 5}, alpha: {from: 0.3, to: 1}, clip: {values: [none, floor 1.81, step 0.01, norm 0.05]}"
                        + "| loss, sharpness, alpha, beta2, curvatureBeta1, gfsSharpness",
                "zhu-fast      | eta: {from: 0.01, to: 0.08}, x: {from: 3, to: 6}, y: {from: 0.05, to: 1}"
                        + "| loss, sharpness, x, y, gradientNorm",
                "kreisler      | eta: {from: 0.05, to: 0.5}, weights: {values: [2.5 0.5 2.5 0.5, 1.5 0.3 2, -1 2 0.7 0.1 3]}"
                        + "| loss, sharpness, w1, gfsSharpness",
                "chen-bruna    | eta: {from: 0.2, to: 2.3}, x: {from: -1.5, to: 1.5} | loss, sharpness, x",
                "chen-bruna-2d | eta: {from: 0.2, to: 1.6}, x: {from: 0.2, to: 2}  | loss, sharpness, x, y, gfsSharpness",
                "wang          | eta: {from: 0.02, to: 0.25}, activation: {values: [linear, tanh, relu, cubic-relu]}"
                        + "| loss, sharpness, x, y",
                "agarwala      | z: {from: -0.2, to: 0.1}, T: {from: 0.5, to: 5} | loss, sharpness, z, T",
                "linear-nd     | eta: {from: 0.5, to: 4}, seed: {from: 1, to: 50} | loss, sharpness, alpha, curvatureBeta1"
            })
    void haveTheBitsOfEosRun(String preset, String axes, String columns) throws IOException {
        Path file = Files.writeString(
                folder.resolve("sweep.yaml"),
                String.join(
                        "\n",
                        "preset: " + preset,
                        "steps: 600",
                        "sweep:",
                        "  design: random",
                        "  runs: " + ROWS,
                        "  axes: {" + axes + "}",
                        "  target-loss: 1e-3",
                        "  columns: [" + columns + "]"));
        Sweep sweep = SweepFile.read(file).sweep();
        RowBlock rows = sweep.rows(0, ROWS);
        Set<Object> cycles = new HashSet<>();
        for (int i = 0; i < ROWS; i++) {
            Row row = new Row(rows, i);
            JsonNode run = run(preset, sweep.experiments(i, i + 1).get(0));
            JsonNode states = run.get("states");
            JsonNode last = states.get(states.size() - 1);
            assertThat(row.of("outcome")).isEqualTo(run.get("outcome").asText());
            assertThat(row.of("steps")).isEqualTo(run.get("steps").asLong());
            assertThat(row.of("firstCrossing"))
                    .isEqualTo(run.get("firstCrossing").asLong(-1));
            assertThat(row.of("cycles")).isEqualTo(run.get("cyclesCount").asLong());
            for (String column : sweep.finals()) {
                double value = (Double) row.of("final" + Character.toUpperCase(column.charAt(0)) + column.substring(1));
                if (last.get(column).isNull()) {
                    // JSON has no number for what overflows just before a divergence; a row keeps the last reading
                    // there was.
                    assertThat(value)
                            .satisfiesAnyOf(
                                    v -> assertThat(v).isInfinite(),
                                    v -> assertThat(v).isEqualTo(lastNumber(states, column)));
                } else {
                    assertThat(value).as(column).isEqualTo(last.get(column).doubleValue());
                }
            }
            String curvature = last.has("curvatureBeta1") ? "curvatureBeta1" : "sharpness";
            double largest = Double.NEGATIVE_INFINITY;
            long stepsToLoss = -1;
            for (JsonNode state : states) {
                largest = Math.max(largest, state.get(curvature).asDouble(Double.NEGATIVE_INFINITY));
                if (stepsToLoss < 0
                        && !state.get("loss").isNull()
                        && state.get("loss").asDouble() <= sweep.targetLoss()) {
                    stepsToLoss = state.get("step").asLong();
                }
            }
            assertThat(row.of("largestCurvature")).isEqualTo(largest);
            assertThat(row.of("stepsToLoss")).isEqualTo(stepsToLoss);
            cycles.add(row.of("cycles"));
        }
        assertThat(cycles).hasSizeGreaterThan(1);
    }

    private record Row(RowBlock rows, int index) {
        Object of(String column) {
            return rows.column(column).values().get(index);
        }
    }

    private static double lastNumber(JsonNode states, String column) {
        double number = Double.NaN;
        for (JsonNode state : states) {
            number = state.get(column).asDouble(number);
        }
        return number;
    }

    private static JsonNode run(String preset, Experiment experiment) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", preset, "--no-store", "--json", "--record", "every:1"));
        for (Map.Entry<String, Object> setting : experiment.settings().acting().entrySet()) {
            arguments.addAll(List.of("--set", setting.getKey() + "=" + setting.getValue()));
        }
        return new ObjectMapper()
                .readTree(ProgramRun.eos(arguments.toArray(String[]::new)).out());
    }
}
