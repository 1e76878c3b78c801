package org.eoslab.expression;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** An expression of named numbers, to be computed for many values of them: what a setting or a column is derived by. */
public final class Calculation {
    private final Expression expression;
    private final List<String> names;
    private final Tape tape;

    private Calculation(Expression expression) {
        this.expression = expression;
        names = List.copyOf(expression.names());
        Scope scope = new Scope();
        names.forEach(scope::parameter);
        Graph graph = new Graph();
        int value = new Binder(graph, scope, 0).bind(expression);
        tape = new Tape(Program.of(graph, names.size(), 0, new int[] {value}));
    }

    /**
     * Reads it.
     *
     * @throws ExpressionException with the place of the first thing that does not fit
     */
    public static Calculation parse(String text) {
        return new Calculation(Expression.parse(text));
    }

    /** The names it uses. */
    public Set<String> names() {
        return expression.names();
    }

    /** Its value where names have these values; any thread may ask. */
    public synchronized double value(ToDoubleFunction<String> values) {
        for (int i = 0; i < names.size(); i++) {
            tape.input(i, values.applyAsDouble(names.get(i)));
        }
        tape.run();
        return tape.output(0);
    }

    @Override
    public String toString() {
        return expression.toString();
    }
}
