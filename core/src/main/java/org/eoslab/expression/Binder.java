package org.eoslab.expression;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/** Turns an expression into nodes of a graph, with its variables as a scope has them. */
final class Binder {
    /** Whole powers up to this are products: their derivatives are finite at 0 too. */
    private static final int LARGEST_POWER = 64;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Graph graph;
    private final Scope scope;
    private final int products;
    private final Deque<Value> stack = new ArrayDeque<>();

    Binder(Graph graph, Scope scope) {
        this(graph, scope, LARGEST_POWER);
    }

    /** With whole powers up to {@code products} as products; 0 where no derivatives are wanted: then all are correct to an ulp. */
    Binder(Graph graph, Scope scope, int products) {
        this.graph = graph;
        this.scope = scope;
        this.products = products;
    }

    /**
     * The node of a formula's value.
     *
     * @throws ExpressionException when a name is unknown, or vectors don't fit
     */
    int bind(Expression expression) {
        for (Term term : expression.terms()) {
            Value[] values = new Value[term.arity()];
            for (int i = values.length - 1; i >= 0; i--) {
                values[i] = stack.pop();
            }
            stack.push(value(term, values));
        }
        Value result = stack.pop();
        if (result.vector()) {
            throw new ExpressionException(
                    "it is a vector of " + result.nodes().length + " entries; sum(…) or mean(…) makes it a number");
        }
        return result.nodes()[0];
    }

    private Value value(Term term, Value[] values) {
        return switch (term.kind()) {
            case NUMBER -> Value.of(graph.constant(term.number()));
            case VARIABLE -> variable(term);
            case ENTRY -> entry(term, values[0]);
            case VECTOR ->
                new Value(Arrays.stream(values).mapToInt(v -> number(v, term)).toArray(), true);
            case CALL -> call(term, values);
        };
    }

    private Value variable(Term term) {
        return switch (term.name()) {
            case "pi" -> Value.of(graph.pi());
            case "e" -> Value.of(graph.of(Op.EXP, graph.constant(BigDecimal.ONE)));
            default -> scope.value(term.name(), term.position(), graph);
        };
    }

    private static Value entry(Term term, Value vector) {
        int index = term.number().intValue();
        if (!vector.vector()) {
            throw ExpressionException.at(term.position(), "[" + index + "] of a number, which has no entries,");
        }
        if (index > vector.nodes().length) {
            throw ExpressionException.at(
                    term.position(), "[" + index + "] of a vector of " + vector.nodes().length + " entries");
        }
        return Value.of(vector.nodes()[index - 1]);
    }

    private static int number(Value value, Term term) {
        if (value.vector()) {
            throw ExpressionException.at(term.position(), "a vector as an entry of a vector");
        }
        return value.nodes()[0];
    }

    private Value call(Term term, Value[] values) {
        String name = term.name();
        return switch (name) {
            case "sum" -> Value.of(sum(values[0]));
            case "mean" ->
                Value.of(graph.over(sum(values[0]), graph.constant(BigDecimal.valueOf(values[0].nodes().length))));
            case "prod" -> Value.of(fold(values[0], graph::times));
            case "dot" -> Value.of(sum(zip(term, values[0], values[1], graph::times)));
            case "norm" -> Value.of(norm(values[0]));
            case "min", "max" -> extreme(term, values, Op.valueOf(name.toUpperCase(Locale.ROOT)));
            case "if" -> choice(term, values);
            default -> values.length == 1 ? map(name, values[0]) : zip(term, values[0], values[1], operator(name));
        };
    }

    private int sum(Value vector) {
        return fold(vector, graph::plus);
    }

    private static int fold(Value vector, IntBinaryOperator operation) {
        return IntStream.of(vector.nodes()).reduce(operation).orElseThrow();
    }

    /** √Σx², with 0 where all are 0 chosen apart, so that its derivative there is 0 and not 0/0. */
    private int norm(Value vector) {
        if (vector.nodes().length == 1) {
            return graph.of(Op.ABS, vector.nodes()[0]);
        }
        int squares = IntStream.of(vector.nodes())
                .map(x -> graph.times(x, x))
                .reduce(graph::plus)
                .orElseThrow();
        int zero = graph.constant(BigDecimal.ZERO);
        return graph.select(graph.of(Op.LESS, zero, squares), graph.of(Op.SQRT, squares), zero);
    }

    private Value extreme(Term term, Value[] values, Op op) {
        if (values.length == 1) {
            return Value.of(fold(values[0], (a, b) -> graph.of(op, a, b)));
        }
        Value result = values[0];
        for (int i = 1; i < values.length; i++) {
            result = zip(term, result, values[i], (a, b) -> graph.of(op, a, b));
        }
        return result;
    }

    private Value choice(Term term, Value[] values) {
        int n = Arrays.stream(values).mapToInt(v -> v.nodes().length).max().orElseThrow();
        boolean vector = Arrays.stream(values).anyMatch(Value::vector);
        for (Value value : values) {
            if (value.vector() && value.nodes().length != n) {
                throw unequal(term, value.nodes().length, n);
            }
        }
        return new Value(
                IntStream.range(0, n)
                        .map(i -> graph.select(at(values[0], i), at(values[1], i), at(values[2], i)))
                        .toArray(),
                vector);
    }

    private static int at(Value value, int i) {
        return value.nodes()[value.vector() ? i : 0];
    }

    private static Value zip(Term term, Value a, Value b, IntBinaryOperator operation) {
        int n = a.vector() ? a.nodes().length : b.nodes().length;
        if (a.vector() && b.vector() && b.nodes().length != n) {
            throw unequal(term, n, b.nodes().length);
        }
        return new Value(
                IntStream.range(0, n)
                        .map(i -> operation.applyAsInt(at(a, i), at(b, i)))
                        .toArray(),
                a.vector() || b.vector());
    }

    private static ExpressionException unequal(Term term, int a, int b) {
        return ExpressionException.at(
                term.position(),
                term.name() + " of vectors of " + a + " and " + b + " entries, which must be as many,");
    }

    private IntBinaryOperator operator(String name) {
        return switch (name) {
            case "+" -> graph::plus;
            case "-" -> graph::minus;
            case "*" -> graph::times;
            case "/" -> graph::over;
            case "^", "pow" -> this::power;
            case "<" -> (a, b) -> graph.of(Op.LESS, a, b);
            case "<=" -> (a, b) -> graph.of(Op.AT_MOST, a, b);
            case ">" -> (a, b) -> graph.of(Op.LESS, b, a);
            case ">=" -> (a, b) -> graph.of(Op.AT_MOST, b, a);
            case "==" -> (a, b) -> graph.of(Op.EQUAL, a, b);
            case "!=" -> (a, b) -> graph.minus(graph.constant(BigDecimal.ONE), graph.of(Op.EQUAL, a, b));
            default -> throw new IllegalStateException(name);
        };
    }

    private int power(int base, int exponent) {
        if (products > 0 && graph.op(exponent) == Op.CONSTANT) {
            BigDecimal n = graph.number(exponent);
            if (n.scale() <= 0 && n.abs().compareTo(BigDecimal.valueOf(products)) <= 0) {
                return graph.power(base, n.intValueExact());
            }
            if (n.compareTo(HALF) == 0) {
                return graph.of(Op.SQRT, base);
            }
        }
        return graph.of(Op.POW, base, exponent);
    }

    private Value map(String name, Value value) {
        return new Value(IntStream.of(value.nodes()).map(x -> apply(name, x)).toArray(), value.vector());
    }

    private int apply(String name, int x) {
        int zero = graph.constant(BigDecimal.ZERO);
        return switch (name) {
            case "negative" -> graph.negative(x);
            case "relu" -> graph.select(graph.of(Op.LESS, zero, x), x, zero);
            case "normpdf" -> Rules.normalDensity(graph, x);
            default -> graph.of(Op.valueOf(name.toUpperCase(Locale.ROOT)), x);
        };
    }
}
