package org.eoslab.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Numbers that are computed from one another, each once: a node is an operation on earlier nodes, and asking for the same one
 * again gives the same one. So the order of the nodes is an order in which they can be computed.
 */
final class Graph {
    /** The most nodes: what takes about a second to set up. */
    static final int LARGEST = 2_000_000;

    /** No node: a derivative that is zero throughout. */
    static final int NONE = -1;

    private record Node(Op op, int a, int b, int c, BigDecimal number) {}

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> known = new HashMap<>();
    private boolean branches;

    int size() {
        return nodes.size();
    }

    Op op(int node) {
        return nodes.get(node).op;
    }

    /** An argument from 0, or the index of an input or column. */
    int argument(int node, int which) {
        Node n = nodes.get(node);
        return which == 0 ? n.a : which == 1 ? n.b : n.c;
    }

    BigDecimal number(int node) {
        return nodes.get(node).number;
    }

    int input(int index) {
        return add(new Node(Op.INPUT, index, 0, 0, BigDecimal.ZERO));
    }

    int column(int index) {
        return add(new Node(Op.COLUMN, index, 0, 0, BigDecimal.ZERO));
    }

    int constant(BigDecimal value) {
        // Equal decimals of different scales are the same number.
        return add(new Node(Op.CONSTANT, 0, 0, 0, value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros()));
    }

    int constant(String value) {
        return constant(new BigDecimal(value));
    }

    int pi() {
        return of(Op.PI, 0, 0, 0);
    }

    int of(Op op, int a) {
        if (op == Op.NEG) {
            return negative(a);
        }
        if (op == Op.LOG && op(a) == Op.COSH) {
            return of(Op.LOGCOSH, argument(a, 0), 0, 0);
        }
        return of(op, a, 0, 0);
    }

    int of(Op op, int a, int b) {
        return switch (op) {
            case ADD -> plus(a, b);
            case SUB -> minus(a, b);
            case MUL -> times(a, b);
            case DIV -> over(a, b);
            default -> of(op, a, b, 0);
        };
    }

    int of(Op op, int a, int b, int c) {
        branches |= op.branches();
        boolean swap = op.commutes() && a > b;
        return add(new Node(op, swap ? b : a, swap ? a : b, c, BigDecimal.ZERO));
    }

    int select(int condition, int yes, int no) {
        return yes == no ? yes : of(Op.SELECT, condition, yes, no);
    }

    int negative(int a) {
        if (op(a) == Op.NEG) {
            return argument(a, 0);
        }
        return op(a) == Op.CONSTANT ? constant(number(a).negate()) : of(Op.NEG, a, 0, 0);
    }

    int plus(int a, int b) {
        if (is(a, 0)) {
            return b;
        }
        return is(b, 0) ? a : of(Op.ADD, a, b, 0);
    }

    int minus(int a, int b) {
        if (is(b, 0)) {
            return a;
        }
        return is(a, 0) ? negative(b) : of(Op.SUB, a, b, 0);
    }

    int times(int a, int b) {
        if (is(a, 1)) {
            return b;
        }
        if (is(b, 1)) {
            return a;
        }
        if (is(a, -1)) {
            return negative(b);
        }
        return is(b, -1) ? negative(a) : of(Op.MUL, a, b, 0);
    }

    int over(int a, int b) {
        return is(b, 1) ? a : of(Op.DIV, a, b, 0);
    }

    /** A derivative times a factor: where the formula branches, 0 where the derivative is, so that what is not taken does not count. */
    int scale(int derivative, int factor) {
        return branches && op(factor) != Op.CONSTANT ? of(Op.SCALE, derivative, factor, 0) : times(derivative, factor);
    }

    /** A derivative divided by a number, likewise. */
    int divide(int derivative, int by) {
        return branches && op(by) != Op.CONSTANT ? of(Op.OVER, derivative, by, 0) : over(derivative, by);
    }

    /** a^n by squaring. */
    int power(int a, int n) {
        if (n < 0) {
            return over(constant(BigDecimal.ONE), power(a, -n));
        }
        int result = NONE;
        int square = a;
        for (int rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result = result == NONE ? square : times(result, square);
            }
            if (rest > 1) {
                square = times(square, square);
            }
        }
        return result == NONE ? constant(BigDecimal.ONE) : result;
    }

    /** Which nodes, up to the last, some nodes are computed from. */
    boolean[] reached(int[] outputs) {
        int last = IntStream.of(outputs).max().orElse(NONE);
        boolean[] used = new boolean[last + 1];
        for (int node : outputs) {
            used[node] = true;
        }
        for (int node = last; node >= 0; node--) {
            if (used[node]) {
                for (int which = 0; which < op(node).arity(); which++) {
                    used[argument(node, which)] = true;
                }
            }
        }
        return used;
    }

    private boolean is(int node, int number) {
        return op(node) == Op.CONSTANT && number(node).compareTo(BigDecimal.valueOf(number)) == 0;
    }

    private int add(Node node) {
        Integer index = known.get(node);
        if (index != null) {
            return index;
        }
        if (nodes.size() >= LARGEST) {
            throw new ExpressionException("the formula is too large: more than " + LARGEST
                    + " operations with its derivatives; shorten it, or give its terms as data");
        }
        nodes.add(node);
        known.put(node, nodes.size() - 1);
        return nodes.size() - 1;
    }
}
