package org.eoslab.expression;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What the variables of an expression are: parameters, in their order; named constants; columns of data. */
public final class Scope {
    private final Map<String, int[]> parameters = new LinkedHashMap<>();
    private final Map<String, BigDecimal> constants = new LinkedHashMap<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Set<String> vectors = new LinkedHashSet<>();
    private int dimension;

    /** Adds a parameter that is a number. */
    public Scope parameter(String name) {
        parameters.put(name, new int[] {dimension++});
        return this;
    }

    /** Adds a parameter that is a vector of so many entries. */
    public Scope parameter(String name, int entries) {
        parameters.put(name, IntStream.range(dimension, dimension + entries).toArray());
        vectors.add(name);
        dimension += entries;
        return this;
    }

    /**
     * Adds a name for several parameters together, as a vector.
     *
     * @param which the places of its entries among the parameters
     */
    public Scope vector(String name, int... which) {
        parameters.put(name, which.clone());
        vectors.add(name);
        return this;
    }

    /** Adds a named constant. */
    public Scope constant(String name, BigDecimal value) {
        constants.put(name, value);
        return this;
    }

    /** Adds a column of the data. */
    public Scope column(String name) {
        columns.put(name, columns.size());
        return this;
    }

    /** How many numbers the parameters are. */
    public int dimension() {
        return dimension;
    }

    /** The names of the columns, in their order. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** All names. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(parameters.keySet());
        names.addAll(constants.keySet());
        names.addAll(columns.keySet());
        return names;
    }

    /** A variable's value in a graph. */
    Value value(String name, int position, Graph graph) {
        int[] at = parameters.get(name);
        if (at != null) {
            return new Value(IntStream.of(at).map(graph::input).toArray(), vectors.contains(name));
        }
        BigDecimal constant = constants.get(name);
        if (constant != null) {
            return Value.of(graph.constant(constant));
        }
        Integer column = columns.get(name);
        if (column != null) {
            return Value.of(graph.column(column));
        }
        Set<String> known = names();
        known.addAll(List.of("pi", "e"));
        String near = Names.near(name, known)
                .or(() -> Names.near(name, Functions.names()))
                .map(n -> "; the nearest is " + n)
                .orElse("; there are " + String.join(", ", known));
        throw new ExpressionException("unknown name " + name + " at character " + (position + 1) + near);
    }
}
