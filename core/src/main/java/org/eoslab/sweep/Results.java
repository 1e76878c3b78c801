package org.eoslab.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Certifier;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.sweep.Rows.Column;
import org.eoslab.sweep.Rows.Kind;
import org.jspecify.annotations.Nullable;

/** Turns the results of a sweep's runs into rows. */
final class Results {
    private final Sweep sweep;
    private final List<String> runColumns;
    private final boolean certifiable;
    private final RunResult.Engine engine;

    private Results(Sweep sweep) {
        this.sweep = sweep;
        Problem problem = sweep.base().model().build(sweep.base().settings());
        this.runColumns = problem.simulation().columns();
        this.certifiable = problem.certifier() != Certifier.NONE;
        this.engine = KernelEngine.runs(problem)
                ? new KernelEngine(sweep.finals(), sweep.targetLoss(), sweep.certificateStep())
                : new LoopEngine(sweep.targetLoss());
    }

    /** The names of the columns of a row, without the derived ones. */
    static List<String> columns(Sweep sweep) {
        return List.copyOf(new Results(sweep).kinds().keySet());
    }

    /** The rows of these points, the first of which has index {@code first}. */
    static Rows of(Sweep sweep, long first, List<Map<String, Object>> points, List<Experiment> experiments) {
        Results results = new Results(sweep);
        List<RunResult> runs = results.engine.run(experiments);
        Map<String, Kind> kinds = results.kinds();
        sweep.derivedColumns().keySet().forEach(name -> kinds.put(name, Kind.NUMBER));
        List<Column> columns = new ArrayList<>();
        kinds.forEach((name, kind) -> columns.add(new Column(name, kind, new ArrayList<>(runs.size()))));
        for (int i = 0; i < runs.size(); i++) {
            Map<String, Object> row = results.row(first + i, points.get(i), experiments.get(i), runs.get(i));
            for (Column column : columns) {
                column.values().add(row.get(column.name()));
            }
        }
        return new Rows(first, columns);
    }

    private Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("index", Kind.INTEGER);
        sweep.axes().forEach(axis -> kinds.put(axis.name(), axis.point(0) instanceof Number ? Kind.NUMBER : Kind.TEXT));
        sweep.derivedSettings().keySet().forEach(name -> kinds.put(name, Kind.NUMBER));
        kinds.put("outcome", Kind.TEXT);
        kinds.put("regime", Kind.TEXT);
        kinds.put("steps", Kind.INTEGER);
        kinds.put("firstCrossing", Kind.INTEGER);
        kinds.put("cycles", Kind.INTEGER);
        kinds.put("largestCurvature", Kind.NUMBER);
        if (certifiable) {
            if (sweep.certificateStep()) {
                kinds.put("certificateStep", Kind.INTEGER);
            }
            kinds.put("limitSharpnessLow", Kind.NUMBER);
            kinds.put("limitSharpnessHigh", Kind.NUMBER);
        }
        sweep.finals().forEach(name -> kinds.put(finalName(name), Kind.NUMBER));
        if (!Double.isNaN(sweep.targetLoss())) {
            kinds.put("stepsToLoss", Kind.INTEGER);
        }
        return kinds;
    }

    private static String finalName(String column) {
        return "final" + Character.toUpperCase(column.charAt(0)) + column.substring(1);
    }

    private Map<String, Object> row(long index, Map<String, Object> point, Experiment experiment, RunResult run) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("index", index);
        point.forEach(
                (name, value) -> row.put(name, value instanceof Number n ? n.doubleValue() : String.valueOf(value)));
        row.put("outcome", run.outcome().label());
        row.put(
                "regime",
                Regime.of(
                                run.outcome(),
                                run.certificate().isPresent(),
                                run.firstCrossing() >= 0,
                                run.relativeCurvature(),
                                run.relativeLoss())
                        .label());
        row.put("steps", (long) run.last()[0]);
        row.put("firstCrossing", run.firstCrossing());
        row.put("cycles", run.cycles());
        row.put("largestCurvature", run.largestCurvature());
        Optional<Certificate> certificate = run.certificate();
        row.put("certificateStep", certificate.map(Certificate::step).orElse(-1L));
        row.put(
                "limitSharpnessLow",
                certificate.map(Certificate::limitSharpnessLow).orElse(Double.NaN));
        row.put(
                "limitSharpnessHigh",
                certificate.map(Certificate::limitSharpnessHigh).orElse(Double.NaN));
        for (String name : sweep.finals()) {
            row.put(finalName(name), run.last()[runColumns.indexOf(name)]);
        }
        row.put("stepsToLoss", run.stepsToLoss());
        Map<String, Object> settings = experiment.settings().flat();
        sweep.derivedColumns()
                .forEach((name, formula) ->
                        row.put(name, formula.value(n -> number(row.containsKey(n) ? row.get(n) : settings.get(n)))));
        return row;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number n ? n.doubleValue() : Double.NaN;
    }
}
