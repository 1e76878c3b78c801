package org.eoslab.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The programs of a formula L of n parameters w: its value, gradient (by the chain rule backwards), Hessian-vector product (the
 * derivative of the gradient along a direction) and third derivative (the derivative of that along a second one). Each is exact: its
 * error is rounding alone.
 */
public final class Derivatives {
    private final Graph graph = new Graph();
    private final Scope scope;
    private final int value;
    private final int[] gradient;
    private final int n;
    private final @Nullable Program[] programs = new Program[4];

    /**
     * Differentiates a formula.
     *
     * @throws ExpressionException when a name is unknown, vectors don't fit, or the whole is too large
     */
    public Derivatives(Expression loss, Scope scope) {
        this(List.of(loss), scope);
    }

    /** The mean of formulas, differentiated. */
    public Derivatives(List<Expression> terms, Scope scope) {
        this.scope = scope;
        n = scope.dimension();
        int sum = Graph.NONE;
        for (Expression term : terms) {
            sum = sum(sum, new Binder(graph, scope).bind(term));
        }
        value = graph.over(sum, graph.constant(BigDecimal.valueOf(terms.size())));
        gradient = backwards();
    }

    /** The number n of parameters. */
    public int dimension() {
        return n;
    }

    /** w ↦ L. */
    public synchronized Program value() {
        return made(0, () -> program(n, new int[] {value}));
    }

    /** w ↦ L, then the n entries of ∇L. */
    public synchronized Program gradient() {
        int[] outputs = new int[n + 1];
        outputs[0] = value;
        System.arraycopy(gradient, 0, outputs, 1, n);
        return made(1, () -> program(n, outputs));
    }

    /** (w, u) ↦ ∇²L·u, both of length n. */
    public synchronized Program product() {
        return made(2, () -> program(2 * n, along(gradient, n)));
    }

    /** (w, u, v) ↦ ∇³L[u, v, ·], each of length n. */
    public synchronized Program third() {
        return made(3, () -> program(3 * n, along(along(gradient, n), 2 * n)));
    }

    /** Made once: batches of data share it. */
    private Program made(int order, Supplier<Program> program) {
        Program known = programs[order];
        if (known == null) {
            known = program.get();
            programs[order] = known;
        }
        return known;
    }

    private Program program(int inputs, int[] outputs) {
        return Program.of(graph, inputs, scope.columns().size(), outputs);
    }

    /** Whether the formula has operations with a kink or a border: abs, max, min, relu, sign, norm, if and comparisons. */
    public List<String> kinks() {
        List<String> names = new ArrayList<>();
        boolean[] used = graph.reached(new int[] {value});
        for (int node = 0; node <= value; node++) {
            if (used[node]) {
                switch (graph.op(node)) {
                    case ABS -> names.add("abs");
                    case SIGN -> names.add("sign");
                    case MIN -> names.add("min");
                    case MAX -> names.add("max");
                    case SELECT -> names.add("if, relu or norm");
                    case LESS, AT_MOST, EQUAL -> {}
                    default -> {}
                }
            }
        }
        return names.stream().distinct().toList();
    }

    private int zero() {
        return graph.constant(BigDecimal.ZERO);
    }

    private int[] backwards() {
        boolean[] active = depends(value + 1);
        int[] adjoint = new int[value + 1];
        Arrays.fill(adjoint, Graph.NONE);
        adjoint[value] = graph.constant(BigDecimal.ONE);
        int[] result = new int[n];
        Arrays.fill(result, zero());
        for (int node = value; node >= 0; node--) {
            if (adjoint[node] == Graph.NONE || !active[node]) {
                continue;
            }
            if (graph.op(node) == Op.INPUT) {
                result[graph.argument(node, 0)] = adjoint[node];
                continue;
            }
            for (int which = 0; which < graph.op(node).arity(); which++) {
                int argument = graph.argument(node, which);
                if (active[argument]) {
                    adjoint[argument] = sum(adjoint[argument], Rules.times(graph, node, which, adjoint[node]));
                }
            }
        }
        return result;
    }

    /** The derivatives of some nodes along the direction whose entries are the inputs from {@code first} on. */
    private int[] along(int[] outputs, int first) {
        int last = IntStream.of(outputs).max().orElse(Graph.NONE);
        boolean[] used = graph.reached(outputs);
        int[] tangent = new int[last + 1];
        IntUnaryOperator direction = i -> graph.input(first + i);
        for (int node = 0; node <= last; node++) {
            tangent[node] = Graph.NONE;
            if (!used[node]) {
                continue;
            }
            if (graph.op(node) == Op.INPUT) {
                int index = graph.argument(node, 0);
                tangent[node] = index < n ? direction.applyAsInt(index) : Graph.NONE;
                continue;
            }
            for (int which = 0; which < graph.op(node).arity(); which++) {
                int inner = tangent[graph.argument(node, which)];
                if (inner != Graph.NONE) {
                    tangent[node] = sum(tangent[node], Rules.times(graph, node, which, inner));
                }
            }
        }
        return IntStream.of(outputs)
                .map(node -> tangent[node] == Graph.NONE ? zero() : tangent[node])
                .toArray();
    }

    private int sum(int a, int b) {
        if (a == Graph.NONE) {
            return b;
        }
        return b == Graph.NONE ? a : graph.plus(a, b);
    }

    /** Which of the first so many nodes depend on a parameter. */
    private boolean[] depends(int nodes) {
        boolean[] active = new boolean[nodes];
        for (int node = 0; node < nodes; node++) {
            active[node] = graph.op(node) == Op.INPUT;
            for (int which = 0; which < graph.op(node).arity(); which++) {
                active[node] |= active[graph.argument(node, which)];
            }
        }
        return active;
    }
}
