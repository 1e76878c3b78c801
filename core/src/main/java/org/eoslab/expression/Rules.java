package org.eoslab.expression;

import java.math.BigDecimal;

/**
 * The derivatives of the operations. At kinks: |x|′ = sign x with sign 0 = 0, relu′(0) = 0, norm′(0) = 0, and max and min of equal
 * numbers have half the derivative of each: the conventions of the field's frameworks.
 */
final class Rules {
    private Rules() {}

    /**
     * ∂node/∂argument times x.
     *
     * @param which the argument, from 0
     * @param x a derivative: of the loss by the node, or of the argument by a direction; not NONE
     * @return the product's node, or {@link Graph#NONE} where it is zero throughout
     */
    static int times(Graph g, int node, int which, int x) {
        int a = g.argument(node, 0);
        int b = g.argument(node, 1);
        return switch (g.op(node)) {
            case CONSTANT, PI, INPUT, COLUMN, SIGN, LESS, AT_MOST, EQUAL -> Graph.NONE;
            case ADD -> x;
            case SUB -> which == 0 ? x : g.negative(x);
            case MUL -> g.scale(x, which == 0 ? b : a);
            case DIV -> which == 0 ? g.divide(x, b) : g.negative(g.divide(g.scale(x, node), b));
            case SCALE -> which == 0 ? g.of(Op.SCALE, x, b) : g.of(Op.SCALE, a, x);
            case OVER -> which == 0 ? g.of(Op.OVER, x, b) : g.negative(g.of(Op.OVER, g.of(Op.SCALE, node, x), b));
            case POW -> power(g, node, which, x);
            case MIN -> larger(g, which == 0 ? a : b, which == 0 ? b : a, x);
            case MAX -> larger(g, which == 0 ? b : a, which == 0 ? a : b, x);
            case SELECT -> chosen(g, a, which, x);
            default -> ofOne(g, node, a, x);
        };
    }

    private static int power(Graph g, int node, int which, int x) {
        int a = g.argument(node, 0);
        int b = g.argument(node, 1);
        if (which == 1) {
            return g.scale(x, g.of(Op.SCALE, node, g.of(Op.LOG, a)));
        }
        int lower = g.op(b) == Op.CONSTANT
                ? g.constant(g.number(b).subtract(BigDecimal.ONE))
                : g.minus(b, g.constant(BigDecimal.ONE));
        return g.scale(x, g.times(b, g.of(Op.POW, a, lower)));
    }

    /** x where {@code small} &lt; {@code large}, x/2 where they are equal. */
    private static int larger(Graph g, int small, int large, int x) {
        int zero = g.constant(BigDecimal.ZERO);
        int half = g.times(g.constant("0.5"), x);
        return g.select(g.of(Op.LESS, small, large), x, g.select(g.of(Op.EQUAL, small, large), half, zero));
    }

    private static int chosen(Graph g, int condition, int which, int x) {
        int zero = g.constant(BigDecimal.ZERO);
        return switch (which) {
            case 1 -> g.select(condition, x, zero);
            case 2 -> g.select(condition, zero, x);
            default -> Graph.NONE;
        };
    }

    private static int ofOne(Graph g, int node, int a, int x) {
        return switch (g.op(node)) {
            case NEG -> g.negative(x);
            case SQRT -> g.divide(g.times(g.constant("0.5"), x), node);
            case CBRT -> g.divide(x, g.times(g.constant("3"), g.times(node, node)));
            case EXP -> g.scale(x, node);
            case EXPM1 -> g.scale(x, g.of(Op.EXP, a));
            case LOG -> g.divide(x, a);
            case LOG1P -> g.divide(x, g.plus(one(g), a));
            case LOG10 -> g.divide(x, g.times(a, g.of(Op.LOG, g.constant("10"))));
            case SIN -> g.scale(x, g.of(Op.COS, a));
            case COS -> g.negative(g.scale(x, g.of(Op.SIN, a)));
            case TAN -> g.divide(x, square(g, g.of(Op.COS, a)));
            case ASIN -> g.divide(x, g.of(Op.SQRT, oneMinusSquare(g, a)));
            case ACOS -> g.negative(g.divide(x, g.of(Op.SQRT, oneMinusSquare(g, a))));
            case ATAN -> g.divide(x, g.plus(one(g), square(g, a)));
            case SINH -> g.scale(x, g.of(Op.COSH, a));
            case COSH -> g.scale(x, g.of(Op.SINH, a));
            // 4σ(2a)σ(−2a) = 1/cosh² a: without the cancellation of 1 − tanh², and the overflow of cosh².
            case TANH -> g.scale(x, g.times(g.constant("4"), g.times(sigmoid(g, a, "2"), sigmoid(g, a, "-2"))));
            case LOGCOSH -> g.scale(x, g.of(Op.TANH, a));
            // Both factors keep their relative accuracy where σ is near 1, unlike 1 − σ.
            case SIGMOID -> g.scale(x, g.times(node, g.of(Op.SIGMOID, g.negative(a))));
            case SOFTPLUS -> g.scale(x, g.of(Op.SIGMOID, a));
            case ERF ->
                g.scale(
                        x,
                        g.over(
                                g.times(g.constant("2"), g.of(Op.EXP, g.negative(square(g, a)))),
                                g.of(Op.SQRT, g.pi())));
            case NORMCDF -> g.scale(x, normalDensity(g, a));
            case ABS -> g.times(x, g.of(Op.SIGN, a));
            default -> throw new IllegalStateException(g.op(node).name());
        };
    }

    /** exp(−x²/2)/√(2π). */
    static int normalDensity(Graph g, int x) {
        int exponent = g.times(g.constant("-0.5"), square(g, x));
        return g.over(g.of(Op.EXP, exponent), g.of(Op.SQRT, g.times(g.constant("2"), g.pi())));
    }

    private static int sigmoid(Graph g, int a, String factor) {
        return g.of(Op.SIGMOID, g.times(g.constant(factor), a));
    }

    private static int one(Graph g) {
        return g.constant(BigDecimal.ONE);
    }

    private static int square(Graph g, int a) {
        return g.times(a, a);
    }

    /** 1 − a², of full relative accuracy near ±1. */
    private static int oneMinusSquare(Graph g, int a) {
        return g.times(g.minus(one(g), a), g.plus(one(g), a));
    }
}
