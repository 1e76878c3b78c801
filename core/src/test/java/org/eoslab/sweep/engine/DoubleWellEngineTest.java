package org.eoslab.sweep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the single run through the one loop. Everything must agree to the bit. */
class DoubleWellEngineTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final double[] NO_ROW = {};

    /** From steps far below the first period doubling through chaos to divergence, from every side, at every scale of μ. */
    private static Experiment experiment(Random random) {
        double mu = Math.pow(10, random.nextDouble(-3, 3));
        double eta = random.nextDouble(0.01, 2.6) / mu;
        double x = random.nextInt(20) == 0 ? 0 : random.nextDouble(-2, 2) * Math.sqrt(mu);
        long steps = List.of(0L, 1L, 2L, 50L, 1000L).get(random.nextInt(5));
        return CATALOGUE.experiment(Map.of("model", "chen-bruna", "mu", mu, "eta", eta, "x", x, "steps", steps));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void runsHaveTheBitsOfTheLoop(long seed) {
        Random random = new Random(seed);
        List<Experiment> experiments = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            experiments.add(experiment(random));
        }
        List<RunResult> kernel = new DoubleWellEngine(1e-3).run(experiments);
        List<RunResult> loop = new LoopEngine(1e-3).run(experiments);
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < experiments.size(); i++) {
            seen.add(loop.get(i).outcome().label());
            String of = experiments.get(i).settings().toString();
            assertThat(kernel.get(i).last()).as(of).containsExactly(loop.get(i).last());
            assertThat(withoutRow(kernel.get(i))).as(of).isEqualTo(withoutRow(loop.get(i)));
        }
        assertThat(seen).containsExactly("completed", "diverged");
    }

    /** The same but for the array, which a record compares by identity. */
    private static RunResult withoutRow(RunResult run) {
        return new RunResult(
                run.outcome(),
                NO_ROW,
                run.firstCrossing(),
                run.cycles(),
                run.largestCurvature(),
                run.relativeCurvature(),
                run.relativeLoss(),
                run.stepsToLoss(),
                run.certificate());
    }

    @Test
    void isChosenForTheDoubleWellAlone() {
        assertThat(engine("chen-bruna")).isInstanceOf(DoubleWellEngine.class);
        assertThat(engine("chen-bruna-2d")).isInstanceOf(LoopEngine.class);
    }

    private static RunEngine engine(String model) {
        Experiment experiment = CATALOGUE.experiment(Map.of("model", model));
        Problem problem = experiment.model().build(experiment.settings());
        return RunEngine.of(problem, List.of("loss"), Double.NaN, false);
    }
}
