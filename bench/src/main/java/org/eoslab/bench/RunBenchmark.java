package org.eoslab.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eoslab.dynamics.State;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.dynamics.MinimalistProbe;
import org.eoslab.run.Recording;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;
import org.eoslab.run.Timeline;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Steps a second of a single run of the paper's model on one core, with every column recorded at every step. */
@org.openjdk.jmh.annotations.State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RunBenchmark {
    private static final int STEPS = 6000;

    private final Minimalist model = new Minimalist(1, 0.001);
    private final MinimalistDescent dynamics =
            new MinimalistDescent(model, 3.2, ClippingRule.Floor.of(1.81, 3.2, model));
    private final Simulation simulation = new Simulation(dynamics, List.of(new MinimalistProbe(dynamics)));

    /** {@code canonical}: all columns, crossings and cycles. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void everyColumn(Blackhole hole) {
        State state = dynamics.start(new double[] {0.7, 0.005, 0.2});
        Table table = new Table(simulation.names(), Recording.ALL, STEPS);
        Timeline timeline = new Timeline(dynamics, simulation.names(), "curvatureBeta1", "alpha");
        simulation.run(state, STEPS, List.of(table, timeline));
        hole.consume(table);
        hole.consume(timeline);
    }
}
