package org.eoslab.model.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.eoslab.experiment.Settings;
import org.eoslab.run.Outcome;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;

/** What is to be said of a run of a formula: what doubles could not do, kinks, standing still, and why it diverged. */
final class Remarks {
    /** What multiplication by a step size and a derivative of ordinary size takes to 0. */
    private static final double TINY = 0x1p-960;

    private static final String INEXACT =
            "; from there the run is not that of exact arithmetic, which digits: 60 comes nearer to";

    private final List<String> parameters;
    private final Table table;
    private final List<String> remarks = new ArrayList<>();

    private Remarks(List<String> parameters, Table table) {
        this.parameters = parameters;
        this.table = table;
    }

    static List<String> of(FormulaLoss loss, Settings settings, Trajectory run) {
        Remarks remarks = new Remarks(FormulaSettings.parameters(settings.schema()), run.table());
        if (run.table().rows() == 0) {
            return List.of();
        }
        if (settings.get(FormulaSettings.DIGITS) == 0) {
            remarks.underflow();
        }
        remarks.zeroGradient();
        remarks.ending(run);
        List<String> kinks = loss.derivatives().kinks();
        if (!kinks.isEmpty()) {
            remarks.remarks.add(
                    "the loss has kinks (" + String.join(", ", kinks)
                            + "): at one its derivatives are those of docs/formulas.md, and the sharpness says nothing of a step across");
        }
        return List.copyOf(remarks.remarks);
    }

    private void underflow() {
        for (String name : parameters) {
            double[] values = table.column(name);
            Optional<Integer> zero = first(values.length, row -> row > 0 && values[row] == 0 && tiny(values[row - 1]));
            Optional<Integer> small = first(
                    values.length, row -> row > 0 && tiny(values[row]) && Math.abs(values[row]) < Double.MIN_NORMAL);
            if (zero.isPresent()) {
                remarks.add(name + " has become exactly 0 by underflow " + at(zero.get()) + INEXACT);
            } else if (small.isPresent()) {
                remarks.add(name + " has fallen below 2.2e-308, where doubles lose their digits, " + at(small.get())
                        + INEXACT);
            }
        }
        if (table.has(Underflow.COLUMN)) {
            double[] lost = table.column(Underflow.COLUMN);
            first(lost.length, row -> lost[row] > 0)
                    .ifPresent(row -> remarks.add((lost[row] == 1
                                    ? "an entry of the gradient has"
                                    : (int) lost[row] + " entries of the gradient have")
                            + " become exactly 0 by underflow " + at(row) + INEXACT));
        }
    }

    private static boolean tiny(double value) {
        return value != 0 && Math.abs(value) < TINY;
    }

    private void zeroGradient() {
        double[] norms = table.column("gradientNorm");
        int row = norms.length;
        while (row > 0 && norms[row - 1] == 0) {
            row--;
        }
        if (row < norms.length) {
            remarks.add("the gradient is exactly 0 " + (row == 0 ? "from the start" : "from step " + step(row)) + " on"
                    + ", so nothing moves any more but by memory");
        }
    }

    private void ending(Trajectory run) {
        double[] losses = table.column("loss");
        // Between readings the loss may be blank; of the gradient's underflow there is a count wherever there is a
        // loss.
        String seen = table.has(Underflow.COLUMN) ? Underflow.COLUMN : "products";
        Optional<Integer> undefined =
                first(losses.length, row -> Double.isNaN(losses[row]) && !Double.isNaN(table.get(seen, row)));
        if (undefined.isPresent()) {
            remarks.add("the loss has no value " + at(undefined.get())
                    + ": a log, root or power is outside its domain, or infinities cancel");
        } else if (run.outcome() == Outcome.DIVERGED) {
            remarks.add("diverged: after step " + run.end().step()
                    + " a parameter is beyond the range of doubles, 1.8e308");
        }
    }

    private static Optional<Integer> first(int rows, IntPredicate test) {
        for (int row = 0; row < rows; row++) {
            if (test.test(row)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private String at(int row) {
        boolean exact = row == 0 || step(row) - step(row - 1) == 1;
        return exact ? "at step " + step(row) : "between steps " + step(row - 1) + " and " + step(row);
    }

    private long step(int row) {
        return (long) table.get("step", row);
    }
}
