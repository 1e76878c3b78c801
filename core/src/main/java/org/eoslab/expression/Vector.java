package org.eoslab.expression;

import org.jspecify.annotations.Nullable;

/** One operation over a block of rows; an argument is a block, another than the result's, or one number where the block is null. */
final class Vector {
    private Vector() {}

    static void run(
            Op op,
            int n,
            double[] to,
            double @Nullable [] a,
            double x,
            double @Nullable [] b,
            double y,
            double @Nullable [] c,
            double z) {
        if (op.arity() == 1 && a != null) {
            one(op, n, to, a);
        } else if (op.arity() == 2 && a != null && b != null) {
            both(op, n, to, a, b);
        } else if (op.arity() == 2 && a != null) {
            right(op, n, to, a, y);
        } else if (op.arity() == 2 && b != null) {
            left(op, n, to, x, b);
        } else {
            select(n, to, a, x, b, y, c, z);
        }
    }

    static void accumulate(int n, double[] sum, double[] a) {
        for (int i = 0; i < n; i++) {
            sum[i] += a[i];
        }
    }

    private static void one(Op op, int n, double[] to, double[] a) {
        switch (op) {
            case NEG -> {
                for (int i = 0; i < n; i++) {
                    to[i] = -a[i];
                }
            }
            case SQRT -> {
                for (int i = 0; i < n; i++) {
                    to[i] = Math.sqrt(a[i]);
                }
            }
            case ABS -> {
                for (int i = 0; i < n; i++) {
                    to[i] = Math.abs(a[i]);
                }
            }
            case EXP -> Exponential.exp(n, to, a);
            case EXPM1 -> Exponential.expm1(n, to, a);
            case TANH -> Exponential.tanh(n, to, a);
            case SIGMOID -> Exponential.sigmoid(n, to, a);
            case SOFTPLUS -> Exponential.softplus(n, to, a);
            default -> {
                for (int i = 0; i < n; i++) {
                    to[i] = Real.one(op, a[i]);
                }
            }
        }
    }

    private static void both(Op op, int n, double[] to, double[] a, double[] b) {
        switch (op) {
            case ADD -> {
                for (int i = 0; i < n; i++) {
                    to[i] = a[i] + b[i];
                }
            }
            case SUB -> {
                for (int i = 0; i < n; i++) {
                    to[i] = a[i] - b[i];
                }
            }
            case MUL -> {
                for (int i = 0; i < n; i++) {
                    to[i] = a[i] * b[i];
                }
            }
            case DIV -> {
                for (int i = 0; i < n; i++) {
                    to[i] = a[i] / b[i];
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    to[i] = Real.two(op, a[i], b[i]);
                }
            }
        }
    }

    private static void right(Op op, int n, double[] to, double[] a, double y) {
        switch (op) {
            case ADD -> {
                for (int i = 0; i < n; i++) {
                    to[i] = a[i] + y;
                }
            }
            case SUB -> {
                for (int i = 0; i < n; i++) {
                    to[i] = a[i] - y;
                }
            }
            case MUL -> {
                for (int i = 0; i < n; i++) {
                    to[i] = a[i] * y;
                }
            }
            case DIV -> {
                for (int i = 0; i < n; i++) {
                    to[i] = a[i] / y;
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    to[i] = Real.two(op, a[i], y);
                }
            }
        }
    }

    private static void left(Op op, int n, double[] to, double x, double[] b) {
        switch (op) {
            case ADD, MUL -> right(op, n, to, b, x);
            case SUB -> {
                for (int i = 0; i < n; i++) {
                    to[i] = x - b[i];
                }
            }
            case DIV -> {
                for (int i = 0; i < n; i++) {
                    to[i] = x / b[i];
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    to[i] = Real.two(op, x, b[i]);
                }
            }
        }
    }

    private static void select(
            int n,
            double[] to,
            double @Nullable [] a,
            double x,
            double @Nullable [] b,
            double y,
            double @Nullable [] c,
            double z) {
        for (int i = 0; i < n; i++) {
            double condition = a == null ? x : a[i];
            to[i] = condition != 0 ? (b == null ? y : b[i]) : (c == null ? z : c[i]);
        }
    }
}
