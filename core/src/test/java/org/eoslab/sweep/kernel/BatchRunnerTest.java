package org.eoslab.sweep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.LoopRunner;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.RunResult;
import org.eoslab.experiment.Wanted;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine owes, whichever is chosen: the results of the loop, in order, each a function of its experiment alone. */
class BatchRunnerTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final double TARGET = 1e-3;

    /** The columns that every model has; the kernel of the paper's model follows the clock only when it is asked to. */
    private static final List<String> FINALS = List.of("time", "loss", "sharpness");

    /** A preset, from far below its step size to far above it. */
    private static List<Experiment> experiments(String name) {
        Experiment base = CATALOGUE.experiment(CATALOGUE.preset(name));
        Random random = new Random(5);
        List<Experiment> experiments = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double eta = base.settings().get(StepSizeSetting.ETA) * Math.pow(10, random.nextDouble(-1.5, 0.7));
            experiments.add(
                    base.with(Map.of("eta", eta, "steps", List.of(0L, 1L, 300L).get(i % 3))));
        }
        return experiments;
    }

    private static BatchRunner engine(Experiment experiment) {
        Problem problem = experiment.build();
        return problem.batch().of(new Wanted(FINALS, TARGET, false));
    }

    private static List<Object> seen(RunResult run) {
        List<Object> seen = new ArrayList<>();
        FINALS.forEach(name -> seen.add(run.last(name)));
        Collections.addAll(
                seen,
                run.outcome(),
                run.last()[0],
                run.columns(),
                run.firstCrossing(),
                run.cycles(),
                run.largestCurvature(),
                run.relativeCurvature(),
                run.relativeLoss(),
                run.stepsToLoss());
        return seen;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canonical",
                "zhu-fast",
                "kreisler",
                "chen-bruna",
                "chen-bruna-2d",
                "wang",
                "wang-tanh",
                "agarwala",
                "linear-nd"
            })
    void resultsAreThoseOfTheLoopInOrder(String preset) {
        List<Experiment> experiments = experiments(preset);
        BatchRunner engine = engine(experiments.get(0));
        List<RunResult> results = engine.run(experiments);
        List<RunResult> loop = new LoopRunner(TARGET).run(experiments);
        assertThat(results).hasSameSizeAs(experiments);
        for (int i = 0; i < results.size(); i++) {
            String of = experiments.get(i).settings().toString();
            assertThat(seen(results.get(i))).as(of).isEqualTo(seen(loop.get(i)));
            RunResult alone = engine.run(List.of(experiments.get(i))).get(0);
            assertThat(seen(alone)).as(of).isEqualTo(seen(results.get(i)));
        }
        assertThat(engine.run(List.of())).isEmpty();
        assertThat(engine.partitionSteps(3)).isPositive();
    }
}
