package org.eoslab.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eoslab.Tolerances;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.Expression;
import org.eoslab.expression.Scope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FormulaTest {
    private static final int ROWS = 1000;

    private static Derivatives derivatives(String text, Scope scope) {
        return new Derivatives(Expression.parse(text), scope);
    }

    private static double[][] data() {
        Random random = new Random(7);
        return new double[][] {
            random.doubles(ROWS, -1, 1).toArray(), random.doubles(ROWS, -1, 1).toArray()
        };
    }

    private static ExampleMean regression() {
        Scope scope = new Scope().parameter("a").parameter("w", 2).column("x").column("t");
        return ExampleMean.overRows(derivatives("(a*tanh(w[1]*x + w[2]) - t)^2/2", scope), data());
    }

    private static ExampleMean terms() {
        Scope scope = new Scope().parameter("x").parameter("y");
        List<Expression> terms = List.of(
                Expression.parse("(x*y - 1)^2"), Expression.parse("exp(x) - x"), Expression.parse("sin(x)*y^3"));
        return ExampleMean.ofTerms(
                new Derivatives(terms, scope),
                terms.stream().map(t -> new Derivatives(t, scope)).toList());
    }

    @Nested
    class OfParameters implements ObjectiveContract {
        @Override
        public Objective objective() {
            return new Formula(derivatives(
                    "log(cosh(x*y)) + norm(w - 2)^3/(1 + x^2) + sigmoid(sum(w*w))",
                    new Scope().parameter("x").parameter("y").parameter("w", 3)));
        }
    }

    @Nested
    class OfRows implements ObjectiveContract {
        @Override
        public Objective objective() {
            return regression();
        }
    }

    @Nested
    class OfTerms implements ObjectiveContract {
        @Override
        public Objective objective() {
            return terms();
        }
    }

    @Nested
    class OfABatchOfTerms implements ObjectiveContract {
        @Override
        public Objective objective() {
            return terms().batch(new int[] {0, 2});
        }
    }

    /** The closed form of the same loss. */
    @Test
    void agreesWithAQuadratic() {
        Quadratic closed = new Quadratic(2, 3);
        Formula formula = new Formula(
                derivatives("x^2 + 1.5*y^2", new Scope().parameter("x").parameter("y")));
        for (double x = -2; x <= 2; x += 0.125) {
            double[] w = {x, 1 - x};
            double[] expected = new double[2];
            double[] actual = new double[2];
            assertThat(formula.gradient(w, actual))
                    .isCloseTo(closed.gradient(w, expected), within(10 * Tolerances.CLOSED_FORM));
            assertThat(actual).containsExactly(expected, within(10 * Tolerances.CLOSED_FORM));
        }
    }

    @Test
    void batchesAverageToTheWhole() {
        ExampleMean whole = regression();
        double[] w = {0.3, -0.7, 0.2};
        double[] gradient = new double[3];
        double loss = whole.gradient(w, gradient);
        double[] sum = new double[3];
        double losses = 0;
        int batch = 100;
        for (int first = 0; first < ROWS; first += batch) {
            double[] part = new double[3];
            losses +=
                    whole.batch(IntStream.range(first, first + batch).toArray()).gradient(w, part) * batch / ROWS;
            for (int i = 0; i < 3; i++) {
                sum[i] += part[i] * batch / ROWS;
            }
        }
        assertThat(losses).isCloseTo(loss, within(Tolerances.CLOSED_FORM));
        assertThat(sum).containsExactly(gradient, within(Tolerances.CLOSED_FORM));
    }
}
