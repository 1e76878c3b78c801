package org.eoslab.cli.run;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Finding;
import org.eoslab.cli.text.Text;
import org.eoslab.cli.text.TextTable;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.run.Column;
import org.eoslab.run.Cycle;
import org.eoslab.run.Table;
import org.eoslab.run.Timeline;
import org.eoslab.run.ending.Ending;
import org.eoslab.run.probe.SharpnessProbe;

/** A run as people read it in the terminal. */
final class Report {
    private static final int CYCLES_SHOWN = 15;
    private static final int SPARKLINE_WIDTH = 72;

    /** Characters of a line of the settings and the claims. */
    private static final int WIDTH = 120;

    private static final int INDENT = 2;

    /** A space at which no line ends. */
    private static final char TIED = '\u00a0';

    private final PrintWriter out;

    Report(PrintWriter out) {
        this.out = out;
    }

    void print(String name, Run run) {
        Timeline timeline = run.trajectory().timeline();
        String settings = run.experiment().settings().acting().entrySet().stream()
                .map(e -> (e.getKey() + " = " + value(e.getValue())).replace(' ', TIED))
                .collect(Collectors.joining(", "));
        Text.folded("", name + ": " + run.experiment().model().name() + ", " + settings, WIDTH, INDENT)
                .forEach(line -> out.println(line.replace(TIED, ' ')));
        out.println();
        phases(run, timeline, sharpness(run));
        scores(run.trajectory().table());
        Ending ending = run.ending();
        Text.folded("  ", "its end: " + ending.kind().label() + "; " + ending.evidence(), WIDTH, INDENT)
                .forEach(out::println);
        run.remarks()
                .forEach(remark -> Text.folded("  ", remark, WIDTH, 2 * INDENT).forEach(out::println));
        cycles(timeline.cycles());
        if (!run.findings().isEmpty()) {
            out.println();
            findings(run.findings());
        }
        run.certificate().ifPresent(this::certificate);
    }

    private static String value(Object value) {
        return value instanceof Double d ? Text.number(d) : String.valueOf(value);
    }

    /**
     * What is held against the threshold: the sharpness, or the preconditioned or generalised one where the rule has one.
     *
     * @return whether it has a value at any step
     */
    private boolean sharpness(Run run) {
        Column held = run.trajectory().table().columns().stream()
                .filter(c -> c.role() == Column.Role.PRECONDITIONED_SHARPNESS)
                .findFirst()
                .orElse(SharpnessProbe.SHARPNESS);
        String words = held.words().replace(" " + held.symbol(), "");
        double[] readings = Arrays.stream(run.trajectory().table().column(held.name()))
                .filter(s -> !Double.isNaN(s))
                .toArray();
        if (readings.length == 0) {
            out.println("  " + words + ": it has no value at any step");
            return false;
        }
        double threshold = run.trajectory().timeline().threshold();
        double largest = Arrays.stream(readings).max().orElseThrow();
        double last = readings[readings.length - 1];
        out.println("  η" + held.symbol() + "  " + Text.sparkline(readings, SPARKLINE_WIDTH));
        boolean flow = !run.trajectory().timeline().hasThreshold();
        out.println((flow
                        ? "  a flow, stable at any sharpness; "
                        : "  stability threshold " + Text.number(threshold) + "; ")
                + words + " at the end " + Text.number(last)
                + (flow ? "" : " (" + Text.number(2 * last / threshold) + " of 2)")
                + ", at most " + Text.number(largest));
        return true;
    }

    private void phases(Run run, Timeline timeline, boolean isRead) {
        long steps = run.trajectory().end().step();
        String outcome =
                run.trajectory().outcome().label() + " after " + steps + (steps == 1 ? " step" : " steps") + until(run);
        if (!timeline.hasThreshold() || !isRead) {
            out.println("  " + outcome);
            return;
        }
        if (timeline.firstCrossing() < 0) {
            out.println("  " + outcome + "; the sharpness never crosses the threshold: phase I throughout");
            return;
        }
        String start = timeline.firstCrossing() == 0
                ? "above the threshold from the start"
                : "phase I to step " + (timeline.firstCrossing() - 1) + ", first crossing at T₁ = "
                        + timeline.firstCrossing();
        out.println("  " + outcome + "; " + start + "; crossings: "
                + timeline.crossUp().size() + " up, " + timeline.crossDown().size() + " down; cycles: "
                + timeline.cycles().size());
    }

    /** How well it does at the end, of what is learned by examples. */
    private void scores(Table table) {
        List<Column.Role> roles = List.of(Column.Role.LOSS, Column.Role.TEST_LOSS, Column.Role.ACCURACY);
        List<Column> columns =
                table.columns().stream().filter(c -> roles.contains(c.role())).toList();
        if (columns.stream().allMatch(c -> c.role() == Column.Role.LOSS)) {
            return;
        }
        String last = columns.stream()
                .map(c -> (c.role() == Column.Role.LOSS ? "loss" : c.words()) + " "
                        + Text.number(Arrays.stream(table.column(c.name()))
                                .filter(x -> !Double.isNaN(x))
                                .reduce(Double.NaN, (before, x) -> x)))
                .collect(Collectors.joining(", "));
        out.println("  at its last reading: " + last);
    }

    /** What came of the condition that it was to run to. */
    private static String until(Run run) {
        if (run.experiment().until().isEmpty()) {
            return "";
        }
        Object condition = run.experiment().settings().stored(Experiment.UNTIL);
        return run.met().isPresent()
                ? ", at the first with " + condition
                : ", none of those looked at with " + condition;
    }

    private void cycles(List<Cycle> cycles) {
        if (cycles.isEmpty()) {
            return;
        }
        out.println();
        TextTable table =
                new TextTable("cycle", "from", "peak", "to", "peak sharpness", "trough sharpness", "loss spike");
        for (int i = 0; i < Math.min(CYCLES_SHOWN, cycles.size()); i++) {
            Cycle c = cycles.get(i);
            table.row(
                    String.valueOf(i + 1),
                    String.valueOf(c.start()),
                    String.valueOf(c.peak()),
                    String.valueOf(c.end()),
                    Text.number(c.peakSharpness()),
                    Text.number(c.troughSharpness()),
                    Text.number(c.lossSpike()));
        }
        out.println(table);
        if (cycles.size() > CYCLES_SHOWN) {
            out.println("  … and " + (cycles.size() - CYCLES_SHOWN) + " more");
        }
    }

    void findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("claim", "verdict", "margin", "worst step", "statement").foldedTo(WIDTH);
        for (Finding f : findings) {
            table.row(
                    f.id(),
                    f.verdict().label(),
                    Text.number(f.margin()),
                    f.worstStep() < 0 ? "–" : String.valueOf(f.worstStep()),
                    f.statement());
            Stream.of(f.attained(), f.note()).filter(s -> !s.isEmpty()).forEach(table::detail);
        }
        out.println(table);
    }

    void certificate(Certificate c) {
        out.println("  convergence certificate at step " + c.step()
                + ": for all later steps the run converges, to a sharpness in [" + Text.number(c.limitSharpnessLow())
                + ", " + Text.number(c.limitSharpnessHigh()) + "]");
    }
}
