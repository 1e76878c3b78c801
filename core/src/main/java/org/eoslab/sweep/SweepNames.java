package org.eoslab.sweep;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eoslab.experiment.InputException;
import org.eoslab.expression.Calculation;

/** Checks the names that a sweep's file uses. */
final class SweepNames {
    private SweepNames() {}

    /** Every name in a formula and every kept column must be one that the row has. */
    static void check(Sweep sweep) {
        List<String> columns = sweep.base().build().simulation().names();
        for (String name : sweep.finals()) {
            if (!columns.contains(name)) {
                throw InputException.unknown("sweep: columns: column", name, columns);
            }
        }
        Set<String> settings = new TreeSet<>(sweep.base().settings().flat().keySet());
        sweep.axes().forEach(a -> settings.add(a.name()));
        checkFormulas(sweep.derivedSettings(), settings);
        checkAxes(sweep);
        Set<String> all = new TreeSet<>(settings);
        sweep.columns().forEach(column -> all.add(column.name()));
        checkFormulas(sweep.derivedColumns(), all);
    }

    /** A name that is neither a setting nor used by a formula is a misspelt setting. */
    private static void checkAxes(Sweep sweep) {
        Set<String> useful = new TreeSet<>(sweep.base().settings().flat().keySet());
        sweep.derivedSettings().values().forEach(f -> useful.addAll(f.names()));
        sweep.derivedColumns().values().forEach(f -> useful.addAll(f.names()));
        for (Axis axis : sweep.axes()) {
            if (!useful.contains(axis.name()) && !sweep.base().settings().has(axis.name())) {
                throw InputException.unknown("sweep: axes: setting", axis.name(), useful);
            }
        }
    }

    private static void checkFormulas(Map<String, Calculation> formulas, Set<String> known) {
        formulas.forEach((name, formula) -> {
            for (String used : formula.names()) {
                if (!known.contains(used)) {
                    throw InputException.unknown("sweep: derived: " + name + ": name", used, known);
                }
            }
            known.add(name);
        });
    }
}
