package org.eoslab.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A run of a preset with its claims, with the columns that cost neither a gradient nor a Hessian product and without: their ratio is what these columns cost. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FreeColumnsBenchmark {
    private static final Catalogue CATALOGUE = Catalogue.load();

    /** From the shortest step to the dearest claims. */
    @Param({"agarwala", "chen-bruna-2d", "canonical"})
    public String preset = "";

    /** With the columns. */
    @Benchmark
    public void with(Blackhole hole) {
        run(true, hole);
    }

    /** Without them. */
    @Benchmark
    public void without(Blackhole hole) {
        run(false, hole);
    }

    private void run(boolean free, Blackhole hole) {
        Experiment experiment = CATALOGUE.experiment(CATALOGUE.preset(preset));
        Problem problem = free ? experiment.build().withProgress() : experiment.build();
        hole.consume(Run.InProgress.begin(experiment, problem, Recording.ALL).finish(List.of()));
    }
}
