package org.eoslab.sweep;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Certifier;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.RunResult;
import org.jspecify.annotations.Nullable;

/** Turns the results of a sweep's runs into rows, column by column. */
final class Results {
    private final Sweep sweep;
    private final List<Map<String, Object>> points;
    private final List<Experiment> experiments;
    private final List<RunResult> runs;
    private final Map<String, RowColumn> columns = new LinkedHashMap<>();

    private Results(Sweep sweep, List<Map<String, Object>> points, List<Experiment> experiments, List<RunResult> runs) {
        this.sweep = sweep;
        this.points = points;
        this.experiments = experiments;
        this.runs = runs;
    }

    /** The rows of these points, the first of which has index {@code first}; of none, to see the columns. */
    static RowBlock of(Sweep sweep, long first, List<Map<String, Object>> points, List<Experiment> experiments) {
        Problem problem = sweep.base().build();
        List<RunResult> runs = problem.batch().of(sweep.wanted()).run(experiments);
        Results results = new Results(sweep, points, experiments, runs);
        results.addSettings(first);
        results.addRuns(problem);
        results.addDerived();
        return new RowBlock(first, List.copyOf(results.columns.values()));
    }

    private void addSettings(long first) {
        integers(SweepColumn.INDEX, i -> first + i);
        for (Axis axis : sweep.axes()) {
            String name = axis.name();
            if (axis.point(0) instanceof Number) {
                numbers(name, i -> number(points.get(i).get(name)));
            } else {
                texts(name, i -> String.valueOf(points.get(i).get(name)));
            }
        }
        for (String name : sweep.derivedSettings().keySet()) {
            numbers(name, i -> number(points.get(i).get(name)));
        }
    }

    private void addRuns(Problem problem) {
        texts(SweepColumn.OUTCOME, i -> runs.get(i).outcome().label());
        texts(SweepColumn.REGIME, i -> Regime.of(runs.get(i)).label());
        integers(SweepColumn.STEPS, i -> runs.get(i).steps());
        integers(SweepColumn.FIRST_CROSSING, i -> runs.get(i).firstCrossing());
        integers(SweepColumn.CYCLES, i -> runs.get(i).cycles());
        numbers(SweepColumn.LARGEST_CURVATURE, i -> runs.get(i).largestCurvature());
        if (problem.certifier() != Certifier.NONE) {
            if (sweep.certificateStep()) {
                integers(SweepColumn.CERTIFICATE_STEP, i -> certificate(i, Certificate::step, -1L));
            }
            numbers(SweepColumn.LIMIT_SHARPNESS_LOW, i -> certificate(i, Certificate::limitSharpnessLow, Double.NaN));
            numbers(SweepColumn.LIMIT_SHARPNESS_HIGH, i -> certificate(i, Certificate::limitSharpnessHigh, Double.NaN));
        }
        for (String name : sweep.finals()) {
            numbers(Sweep.finalColumn(name), i -> runs.get(i).last(name));
        }
        if (!Double.isNaN(sweep.targetLoss())) {
            integers(SweepColumn.STEPS_TO_LOSS, i -> runs.get(i).stepsToLoss());
        }
    }

    private <T> T certificate(int i, Function<Certificate, T> part, T otherwise) {
        return runs.get(i).certificate().map(part).orElse(otherwise);
    }

    private void addDerived() {
        sweep.derivedColumns().forEach((name, formula) -> {
            Map<String, IntToDoubleFunction> inputs = new LinkedHashMap<>();
            formula.names().forEach(input -> inputs.put(input, input(input)));
            numbers(
                    name,
                    i -> formula.value(
                            n -> Objects.requireNonNull(inputs.get(n)).applyAsDouble(i)));
        });
    }

    /** A named number of row i: of a column if there is one, else of the run's settings; NaN for a text. */
    private IntToDoubleFunction input(String name) {
        RowColumn column = columns.get(name);
        if (column instanceof RowColumn.Numbers numbers) {
            return i -> numbers.array()[i];
        }
        if (column instanceof RowColumn.Integers integers) {
            return i -> integers.array()[i];
        }
        return i -> number(experiments.get(i).settings().value(name));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    private void numbers(String name, IntToDoubleFunction value) {
        double[] array = new double[runs.size()];
        Arrays.setAll(array, value);
        columns.put(name, new RowColumn.Numbers(name, array));
    }

    private void numbers(SweepColumn column, IntToDoubleFunction value) {
        numbers(column.column(), value);
    }

    private void integers(SweepColumn column, IntToLongFunction value) {
        long[] array = new long[runs.size()];
        Arrays.setAll(array, value);
        columns.put(column.column(), new RowColumn.Integers(column.column(), array));
    }

    private void texts(SweepColumn column, IntFunction<String> value) {
        texts(column.column(), value);
    }

    private void texts(String name, IntFunction<String> value) {
        String[] array = new String[runs.size()];
        Arrays.setAll(array, value);
        columns.put(name, new RowColumn.Texts(name, array));
    }
}
