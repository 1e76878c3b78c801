package org.eoslab.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.LoopRunner;
import org.eoslab.experiment.RunResult;
import org.jspecify.annotations.Nullable;

/** What is left of runs at several values of one setting. */
final class Family {
    /** Two seconds of work, or so, for a model of three parameters. */
    private static final long MOST_STEPS = 4_000_000;

    private Family() {}

    /**
     * One run a value.
     *
     * @param axis a setting, with its values
     * @param targetLoss the loss whose first step is wanted, or none
     * @param finals the columns wanted at the last step
     * @return {@code values}, {@code outcomes}, {@code firstCrossing}, {@code cycles}, {@code stepsToLoss}, {@code largestCurvature}, and in {@code last} each
     *     of the columns
     */
    static Map<String, Object> of(
            Experiment experiment, @Nullable Object axis, @Nullable Object targetLoss, List<?> finals) {
        GridAxis values = GridAxis.ofRuns("family", experiment, axis, MOST_STEPS);
        List<String> columns = finals.stream().map(String::valueOf).toList();
        double target = targetLoss instanceof Number number ? number.doubleValue() : Double.NaN;
        List<Experiment> experiments = IntStream.range(0, values.points())
                .mapToObj(i -> experiment.with(Map.of(values.name(), values.at(i))))
                .toList();
        // Through the loop, as they are few: the kernels' vector instructions are not for browsers.
        List<RunResult> runs = new LoopRunner(target).run(experiments);
        Map<String, Object> last = new LinkedHashMap<>();
        columns.forEach(name -> last.put(name, numbers(runs, run -> run.last(name))));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("values", values.values());
        json.put("outcomes", runs.stream().map(run -> run.outcome().label()).toList());
        json.put("firstCrossing", whole(runs, RunResult::firstCrossing));
        json.put("cycles", whole(runs, RunResult::cycles));
        json.put("stepsToLoss", whole(runs, RunResult::stepsToLoss));
        json.put("largestCurvature", numbers(runs, RunResult::largestCurvature));
        json.put("last", last);
        return json;
    }

    private static double[] numbers(List<RunResult> runs, ToDoubleFunction<RunResult> number) {
        return runs.stream().mapToDouble(number).toArray();
    }

    private static long[] whole(List<RunResult> runs, ToLongFunction<RunResult> number) {
        return runs.stream().mapToLong(number).toArray();
    }
}
