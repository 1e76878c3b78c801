package org.eoslab.model.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eoslab.experiment.DataTables;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Settings;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.Expression;
import org.eoslab.expression.ExpressionException;
import org.eoslab.expression.Scope;
import org.eoslab.objective.ExampleMean;
import org.eoslab.objective.Formula;
import org.eoslab.objective.SmoothObjective;

/**
 * A loss as its settings give it.
 *
 * @param terms the formulas whose mean it is
 * @param scope what their variables are
 * @param derivatives its derivatives
 * @param data the table of its data, read; none where it has no data
 */
@SuppressWarnings("ArrayRecordComponent")
record FormulaLoss(List<Expression> terms, Scope scope, Derivatives derivatives, double[][] data) {
    /**
     * Reads the settings.
     *
     * @throws InputException when the formula cannot be read, or a name is unknown, ambiguous or not used
     */
    static FormulaLoss of(Settings settings) {
        List<Expression> terms = terms(settings.get(FormulaSettings.LOSS));
        Set<String> used = names(settings.get(FormulaSettings.LOSS));
        List<String> parameters = FormulaSettings.parameters(settings.schema());
        List<String> constants = FormulaSettings.constants(settings.schema());
        Scope scope = new Scope();
        parameters.forEach(scope::parameter);
        constants.forEach(
                name -> scope.constant(name, BigDecimal.valueOf(settings.get(FormulaSettings.constant(name)))));
        String file = settings.get(FormulaSettings.DATA);
        List<String> table =
                file.equals(FormulaSettings.NONE) ? List.of() : DataTables.columns(FormulaSettings.DATA.name(), file);
        List<String> columns = table.stream().filter(used::contains).toList();
        Set<String> reached = new TreeSet<>(used);
        for (String name : used) {
            int[] entries = entries(name, parameters);
            boolean known = parameters.contains(name) || constants.contains(name);
            if (columns.contains(name) && (known || entries.length > 0)) {
                throw new InputException("data: " + name + " is a column of " + file
                        + " and a parameter or constant too; call one of them otherwise");
            }
            if (!known && entries.length > 0) {
                scope.vector(name, entries);
                IntStream.of(entries).mapToObj(parameters::get).forEach(reached::add);
            }
        }
        columns.forEach(scope::column);
        Derivatives whole = derivatives(terms, scope);
        checkUsed("start", parameters, reached);
        checkUsed("constants", constants, reached);
        if (columns.isEmpty() && !table.isEmpty()) {
            throw new InputException(
                    "data: the loss uses no column of " + file + "; there are " + String.join(", ", table));
        }
        return new FormulaLoss(
                terms,
                scope,
                whole,
                columns.isEmpty() ? new double[0][] : DataTables.read(FormulaSettings.DATA.name(), file, columns));
    }

    private static void checkUsed(String key, List<String> names, Set<String> used) {
        for (String name : names) {
            if (!used.contains(name)) {
                throw new InputException(key + ": " + name + " is not in the loss");
            }
        }
    }

    /**
     * The names that a loss uses, alphabetically.
     *
     * @throws InputException when it cannot be read
     */
    static Set<String> names(String text) {
        Set<String> used = new TreeSet<>();
        terms(text).forEach(t -> used.addAll(t.names()));
        return used;
    }

    /** The terms of a list, or the one formula. */
    private static List<Expression> terms(String text) {
        try {
            return Expression.parse(text).entries();
        } catch (ExpressionException e) {
            throw wrong(text, e);
        }
    }

    private static InputException wrong(String text, ExpressionException e) {
        String shown = text.length() > 100 ? text.substring(0, 100) + "…" : text;
        return new InputException("loss: " + shown + ": " + e.getMessage());
    }

    /** The places of name1, name2 … among the parameters. */
    private static int[] entries(String name, List<String> parameters) {
        List<Integer> places = new ArrayList<>();
        for (int i = parameters.indexOf(name + 1); i >= 0; i = parameters.indexOf(name + (places.size() + 1))) {
            places.add(i);
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Derivatives derivatives(List<Expression> terms, Scope scope) {
        try {
            return new Derivatives(terms, scope);
        } catch (ExpressionException e) {
            throw wrong(terms.get(0).toString(), e);
        }
    }

    /** It as an objective. */
    SmoothObjective objective() {
        if (data.length > 0) {
            return ExampleMean.overRows(derivatives, data);
        }
        return terms.size() == 1
                ? new Formula(derivatives)
                : ExampleMean.ofTerms(
                        derivatives,
                        terms.stream().map(t -> derivatives(List.of(t), scope)).toList());
    }
}
