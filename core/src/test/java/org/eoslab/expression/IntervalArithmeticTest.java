package org.eoslab.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.eoslab.interval.Interval;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against numbers of more digits by another library: they lie in the intervals, which are narrow. */
class IntervalArithmeticTest {
    private static final int DIGITS = 40;

    private final DigitsArithmetic digits = new DigitsArithmetic(2 * DIGITS);
    private final IntervalArithmetic intervals = new IntervalArithmetic(Interval.bits(DIGITS));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(x)",
                "log(1 + x^2)",
                "sqrt(2 + x)",
                "x^3 - 1/(3 + x)",
                "log(cosh(3*x*y))",
                "tanh(4*x)",
                "sinh(x)",
                "cosh(x*y)",
                "expm1(1e-20*x)",
                "log1p(1e-20*x)",
                "log(cosh(1e-20*x))",
                "sigmoid(10*x)",
                "softplus(-9*y)",
                "pi*x",
                "3*abs(x) + max(x, y)",
                "exp(100*x)",
                "(1.5 + x)^(0.3 + y)",
                "if(x < y, x, exp(y))",
                "normpdf(x)",
                "log10(3 + x)"
            })
    void enclosesItsValueAndGradient(String text) {
        Derivatives derivatives = new Derivatives(
                Expression.parse(text), new Scope().parameter("x").parameter("y"));
        Random random = new Random(text.hashCode());
        for (int trial = 0; trial < 20; trial++) {
            BigDecimal x = BigDecimal.valueOf(2 * random.nextDouble() - 1);
            BigDecimal y = BigDecimal.valueOf(2 * random.nextDouble() - 1);
            List<Dfp> exact = derivatives.gradient().evaluate(digits, List.of(digits.constant(x), digits.constant(y)));
            List<Interval> enclosed =
                    derivatives.gradient().evaluate(intervals, List.of(intervals.constant(x), intervals.constant(y)));
            for (int i = 0; i < 3; i++) {
                BigDecimal value = new BigDecimal(exact.get(i).toString());
                assertThat(enclosed.get(i).contains(value))
                        .as(text + " of " + x + ", " + y + ": " + value + " in " + enclosed.get(i))
                        .isTrue();
                assertThat(enclosed.get(i).width())
                        .as(text)
                        .isLessThanOrEqualTo(Math.abs(enclosed.get(i).middle()) * 1e-36 + Double.MIN_VALUE);
            }
        }
    }

    /** Members of wide inputs have their values in the result. */
    @Test
    void wideInputsAreEnclosed() {
        Program program = new Derivatives(
                        Expression.parse("log(cosh(x*y)) + exp(x)/(2 + y) + abs(x*y)"),
                        new Scope().parameter("x").parameter("y"))
                .value();
        Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            double a = random.nextDouble() - 0.5;
            double b = random.nextDouble() - 0.5;
            double width = Math.pow(10, -4 * random.nextDouble());
            Interval x =
                    intervals.constant(BigDecimal.valueOf(a)).hull(intervals.constant(BigDecimal.valueOf(a + width)));
            Interval y =
                    intervals.constant(BigDecimal.valueOf(b)).hull(intervals.constant(BigDecimal.valueOf(b + width)));
            Interval result = program.evaluate(intervals, List.of(x, y)).get(0);
            for (int member = 0; member < 10; member++) {
                BigDecimal px = BigDecimal.valueOf(a + width * random.nextDouble());
                BigDecimal py = BigDecimal.valueOf(b + width * random.nextDouble());
                Dfp value = program.evaluate(digits, List.of(digits.constant(px), digits.constant(py)))
                        .get(0);
                assertThat(result.contains(new BigDecimal(value.toString()))).isTrue();
            }
        }
    }

    @Test
    void saysWhatItCannotDo() {
        Program sine = new Derivatives(Expression.parse("sin(x)"), new Scope().parameter("x")).value();
        assertThatThrownBy(() -> sine.evaluate(intervals, List.of(intervals.constant(BigDecimal.ONE))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("sin cannot be enclosed");
        Interval around = intervals.constant(BigDecimal.ONE.negate()).hull(intervals.constant(BigDecimal.ONE));
        Program choice = new Derivatives(Expression.parse("if(x < 0, x, 1)"), new Scope().parameter("x")).value();
        assertThatThrownBy(() -> choice.evaluate(intervals, List.of(around)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("cannot be decided");
    }
}
