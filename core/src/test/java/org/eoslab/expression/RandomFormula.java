package org.eoslab.expression;

import java.util.Random;

/** Formulas of x, y and w (two entries) with every function of the language, defined wherever the parameters are in [−1, 1]. */
final class RandomFormula {
    private static final String[] ATOMS = {
        "x", "y", "w[1]", "w[2]", "0.7", "sum(w)", "dot(w, [x, y])", "pi/4", "mean(w*w)"
    };
    private static final String[] ONE = {
        "sin(%s)",
        "cos(%s)",
        "tanh(%s)",
        "atan(%s)",
        "exp(sin(%s))",
        "log(1.5 + sin(%s))",
        "log1p(0.5*sin(%s))",
        "expm1(sin(%s))",
        "sqrt(1 + (%s)^2)",
        "cbrt(2 + cos(%s))",
        "tan(0.7*sin(%s))",
        "asin(0.6*sin(%s))",
        "acos(0.6*cos(%s))",
        "sinh(sin(%s))",
        "cosh(sin(%s))",
        "log(cosh(%s))",
        "sigmoid(%s)",
        "softplus(%s)",
        "erf(%s)",
        "normcdf(%s)",
        "normpdf(%s)",
        "abs(%s)",
        "relu(%s)",
        "(2 + sin(%s))^1.7",
        "(%s)³",
        "1/(2 + cos(%s))",
        "-(%s)",
        "log10(3 + sin(%s))",
        "(1.5 + sin(%s))^-2"
    };
    private static final String[] TWO = {
        "(%s + %s)",
        "(%s - %s)",
        "(%s)*(%s)",
        "sin(%s)*cos(%s)",
        "(%s)/(2 + sin(%s))",
        "max(%s, %s)",
        "min(%s, %s)",
        "norm([%s, %s, 0.3])",
        "(2 + sin(%s))^tanh(%s)",
        "if(%s > 0.1, %s, x*y)",
        "prod([%s, %s])"
    };

    private final Random random;

    RandomFormula(long seed) {
        random = new Random(seed);
    }

    String next(int depth) {
        if (depth == 0) {
            return ATOMS[random.nextInt(ATOMS.length)];
        }
        if (random.nextInt(3) == 0) {
            return TWO[random.nextInt(TWO.length)].formatted(next(depth - 1), next(depth - 1));
        }
        return ONE[random.nextInt(ONE.length)].formatted(next(depth - 1));
    }
}
