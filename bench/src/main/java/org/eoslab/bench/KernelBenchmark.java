package org.eoslab.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eoslab.model.minimalist.kernel.LaneSummary;
import org.eoslab.model.minimalist.kernel.MinimalistKernel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Steps a second of the batched kernel on one core: the work of {@link KernelRate}, with and without vector instructions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class KernelBenchmark {
    private static final int ALL_STEPS = KernelRate.RUNS * KernelRate.STEPS;

    private final MinimalistKernel kernel = MinimalistKernel.best();
    private final List<MinimalistKernel.Start> starts = KernelRate.starts();

    /** Vector instructions. */
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
    @OperationsPerInvocation(ALL_STEPS)
    public List<LaneSummary> vector() {
        return kernel.run(starts);
    }

    /** Plain loops. */
    @Benchmark
    @Fork(1)
    @OperationsPerInvocation(ALL_STEPS)
    public List<LaneSummary> plain() {
        return kernel.run(starts);
    }
}
