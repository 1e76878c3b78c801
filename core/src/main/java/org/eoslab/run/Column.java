package org.eoslab.run;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A column of a run's rows: what its numbers are. Pictures, documents and the page read this, not the name.
 *
 * @param name the name in files, JSON and queries, the field's standard term
 * @param kind how a value is to be read
 * @param role what it is in the run
 * @param symbol the symbol, such as ηS; the name where there is none
 * @param words the words for a legend or an axis
 * @param list the name of the list that it is one entry of, in its order, or of the column that it is a part of; empty for a column of
 *     its own
 */
public record Column(String name, Kind kind, Role role, String symbol, String words, String list) {
    /** How a value is to be read; NaN is always "not measured at this step". */
    public enum Kind {
        /** A number. */
        NUMBER,
        /** A whole number. */
        COUNT,
        /** 0 or 1. */
        FLAG,
        /** 1 before the first crossing of the threshold, then 2 while the curvature rises (progressive sharpening), 3 while it falls (self-stabilisation). */
        PHASE
    }

    /** What a column is in its run. */
    public enum Role {
        /** The step, or the time. */
        CLOCK,
        /** A coordinate of the parameters, or of what a run is drawn in. */
        COORDINATE,
        /** The loss. */
        LOSS,
        /** A part of the loss: all of them together are it. */
        LOSS_TERM,
        /** Something that stands for the loss, or for a part of it. */
        SURROGATE_LOSS,
        /** The loss on examples that are not learned. */
        TEST_LOSS,
        /** The share of examples that are right, from 0 to 1. */
        ACCURACY,
        /** The sharpness: the largest eigenvalue of the Hessian. */
        SHARPNESS,
        /** What a rule that preconditions is held against its threshold by. */
        PRECONDITIONED_SHARPNESS,
        /** One of the Hessian's eigenvalues in their order, the sharpness first. */
        EIGENVALUE,
        /** Another curvature to be seen beside the sharpness. */
        CURVATURE,
        /** The sharpness where gradient flow from here would end. */
        FLOW_SHARPNESS,
        /** The curvature along the step that was taken. */
        STEP_CURVATURE,
        /** The trace of the Hessian. */
        TRACE,
        /** The stability threshold. */
        THRESHOLD,
        /** The phase of the run. */
        PHASE,
        /** What a step took off the loss, in parts of what gradient flow would have. */
        PROGRESS,
        /** Another measurement. */
        MEASUREMENT,
        /** How good another column is, or what it cost. */
        EVIDENCE,
        /** A part of another column's number, of no use alone. */
        PART
    }

    /** A number with a role, a symbol and words. */
    public static Column of(String name, Role role, String symbol, String words) {
        return new Column(name, Kind.NUMBER, role, symbol, words, "");
    }

    /** A number of which nothing but the name is known. */
    public static Column named(String name) {
        return of(name, Role.MEASUREMENT, name, name);
    }

    /** A coordinate. */
    public static Column coordinate(String name, String symbol) {
        return of(name, Role.COORDINATE, symbol, symbol);
    }

    /** Coordinates of these names. */
    public static List<Column> coordinates(List<String> names) {
        return names.stream().map(n -> coordinate(n, n)).toList();
    }

    /** How good another column is, or what it cost. */
    public static Column evidence(String name, String words) {
        return of(name, Role.EVIDENCE, name, words);
    }

    /** The columns {@code prefix1} … {@code prefixN} of one list. */
    public static List<Column> numbered(String prefix, int count, Role role, String words, String list) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Column(prefix + i, Kind.NUMBER, role, prefix + i, words + " " + i, list))
                .toList();
    }

    /**
     * The two columns of a number that doubles cannot hold, significand·2^exponent: {@code nameSignificand} and {@code nameExponent}.
     *
     * @param name the column with the double nearest to it
     */
    public static List<Column> parts(String name, String symbol) {
        return List.of(
                new Column(name + "Significand", Kind.NUMBER, Role.PART, symbol, "significand of " + symbol, name),
                new Column(name + "Exponent", Kind.COUNT, Role.PART, symbol, "binary exponent of " + symbol, name));
    }

    /** The same of one of several runs beside each other: {@code owner.name}. */
    public Column of(String owner) {
        String of = list.isEmpty() ? list : owner + "." + list;
        return new Column(owner + "." + name, kind, role, symbol, owner + ": " + words, of);
    }

    /** The same of another kind. */
    public Column as(Kind other) {
        return new Column(name, other, role, symbol, words, list);
    }
}
