package org.eoslab.sweep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.LoopRunner;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.RunResult;
import org.eoslab.experiment.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: the single run through the one loop. Everything must agree to the bit. */
class DescentRunnerTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<String> ACTIVATIONS = List.of("linear", "tanh", "relu", "cubic-relu");
    private static final double[] NO_ROW = {};
    private static final double TARGET = 1e-3;

    /** Settings from steps far below the first crossing through cycles and chaos to divergence, from every side, rest included. */
    private static Map<String, Object> settings(String model, Random random) {
        return switch (model) {
            case "chen-bruna" -> {
                double mu = Math.pow(10, random.nextDouble(-3, 3));
                double x = random.nextInt(20) == 0 ? 0 : random.nextDouble(-2, 2) * Math.sqrt(mu);
                yield Map.of("mu", mu, "eta", random.nextDouble(0.01, 2.6) / mu, "x", x);
            }
            case "chen-bruna-2d" -> {
                double mu = Math.pow(10, random.nextDouble(-3, 3));
                double x = random.nextDouble(-2, 2) * Math.sqrt(mu);
                double y = random.nextInt(10) == 0 ? x : random.nextDouble(-2, 2) * Math.sqrt(mu);
                yield Map.of("mu", mu, "eta", random.nextDouble(0.01, 1.8) / mu, "x", x, "y", y);
            }
            case "zhu" ->
                Map.of(
                        "eta", random.nextDouble(0.001, 0.1),
                        "x", random.nextDouble(-6, 6),
                        "y", random.nextInt(10) == 0 ? 0 : random.nextDouble(-1, 1));
            case "kreisler" ->
                Map.of(
                        "eta", random.nextDouble(0.02, 0.6),
                        "weights",
                                DoubleStream.generate(() -> random.nextDouble(-1, 2.5))
                                        .limit(1 + random.nextInt(9))
                                        .mapToObj(Double::toString)
                                        .collect(Collectors.joining(" ")));
            case "wang" ->
                Map.of(
                        "activation", ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())),
                        "eta", random.nextDouble(0.02, 0.3),
                        "x", random.nextDouble(-6, 6),
                        "y", random.nextDouble(-1, 1));
            case "agarwala" -> {
                double epsilon = Math.pow(10, random.nextDouble(-3, 0));
                double z = random.nextDouble(-0.5, 0.5);
                double least = Math.max(2 * z, -2 * epsilon * z);
                yield Map.of("epsilon", epsilon, "z", z, "T", least + random.nextDouble(0, 4), "eta", 0.3);
            }
            case "linear-nd" ->
                Map.of(
                        "dimension", 2 + random.nextInt(7),
                        "seed", random.nextInt(100),
                        "lambda2", random.nextDouble(0.001, 0.1),
                        "eta", random.nextDouble(0.5, 6),
                        "alpha", random.nextDouble(-0.5, 1.5),
                        "clip", List.of("none", "floor 1.9", "step 0.01").get(random.nextInt(3)));
            default -> throw new IllegalArgumentException(model);
        };
    }

    private static Experiment experiment(String model, Random random) {
        Map<String, Object> settings = new HashMap<>(settings(model, random));
        settings.put("model", model);
        settings.put("steps", List.of(0L, 1L, 2L, 50L, 1000L, 3000L).get(random.nextInt(6)));
        return CATALOGUE.experiment(settings);
    }

    @ParameterizedTest
    @CsvSource({
        "chen-bruna, 1", "chen-bruna, 2", "chen-bruna, 3", "chen-bruna-2d, 1", "chen-bruna-2d, 2", "chen-bruna-2d, 3",
        "zhu, 1", "zhu, 2", "zhu, 3", "kreisler, 1", "kreisler, 2", "kreisler, 3",
        "wang, 1", "wang, 2", "wang, 3", "agarwala, 1", "agarwala, 2", "agarwala, 3",
        "linear-nd, 1", "linear-nd, 2", "linear-nd, 3"
    })
    void runsHaveTheBitsOfTheLoop(String model, long seed) {
        Random random = new Random(seed);
        List<Experiment> experiments = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            experiments.add(experiment(model, random));
        }
        List<RunResult> kernel = engine(experiments.get(0)).run(experiments);
        List<RunResult> loop = new LoopRunner(TARGET).run(experiments);
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < experiments.size(); i++) {
            RunResult run = loop.get(i);
            seen.add(run.outcome().label());
            seen.add(run.firstCrossing() > 0 ? "crossing" : "no crossing");
            seen.add(run.cycles() > 1 ? "cycles" : "no cycles");
            String of = experiments.get(i).settings().toString();
            assertThat(kernel.get(i).last()).as(of).containsExactly(run.last());
            assertThat(withoutRow(kernel.get(i))).as(of).isEqualTo(withoutRow(run));
        }
        assertThat(seen).contains("completed", "diverged", "crossing", "no crossing", "cycles", "no cycles");
    }

    /** The same but for the array, which a record compares by identity. */
    private static RunResult withoutRow(RunResult run) {
        return run.withRow(run.columns(), NO_ROW);
    }

    @Test
    void isChosenForGradientDescentOnASmallLoss() {
        for (String model : List.of("zhu", "kreisler", "chen-bruna", "chen-bruna-2d", "wang", "agarwala")) {
            assertThat(engine(CATALOGUE.experiment(Map.of("model", model))))
                    .as(model)
                    .isInstanceOf(DescentRunner.class);
        }
    }

    private static BatchRunner engine(Experiment experiment) {
        Problem problem = experiment.build();
        return problem.batch().of(new Wanted(List.of("loss"), TARGET, false));
    }
}
