package org.eoslab.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the library's numbers of 60 digits, and the JDK's functions at the ends of their ranges. */
class ExponentialTest {
    private static final int POINTS = 4_000;
    private static final DfpField DIGITS = new DfpField(60);

    /** The largest error over random points of all sizes, in units in the last place of what is right. */
    private static double error(
            DoubleUnaryOperator function, UnaryOperator<Dfp> exact, double largest, double smallestExponent) {
        Random random = new Random(3);
        double worst = 0;
        for (int i = 0; i < POINTS; i++) {
            double size = i % 2 == 0
                    ? largest * random.nextDouble()
                    : largest * Math.pow(2, smallestExponent * random.nextDouble());
            double x = random.nextBoolean() ? size : -size;
            Dfp right = exact.apply(DIGITS.newDfp(x));
            double unit = Math.ulp(right.toDouble());
            double off = DIGITS.newDfp(function.applyAsDouble(x))
                    .subtract(right)
                    .divide(unit)
                    .abs()
                    .toDouble();
            worst = Math.max(worst, off);
        }
        return worst;
    }

    @Test
    void errorsAreBelowWhatIsSaid() {
        Dfp one = DIGITS.getOne();
        assertThat(error(Exponential::exp, Dfp::exp, 700, -60)).isLessThan(1);
        assertThat(error(Exponential::expm1, x -> x.exp().subtract(one), 700, -60))
                .isLessThan(1.5);
        assertThat(error(
                        Exponential::tanh,
                        x -> {
                            Dfp t = x.multiply(2).exp();
                            return t.subtract(one).divide(t.add(one));
                        },
                        20,
                        -60))
                .isLessThan(3);
        assertThat(error(
                        Exponential::sigmoid, x -> one.divide(one.add(x.negate().exp())), 700, -60))
                .isLessThan(3);
        assertThat(error(Exponential::softplus, x -> one.add(x.exp()).log(), 40, -60))
                .isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                4.9e-324,
                -4.9e-324,
                1e-300,
                709.78,
                709.79,
                710,
                1e300,
                -708.4,
                -740,
                -745.13,
                -745.14,
                -746,
                -1e300,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void endsAreThoseOfTheFunctions(double x) {
        assertNear(Exponential.exp(x), StrictMath.exp(x));
        assertNear(Exponential.expm1(x), StrictMath.expm1(x));
        assertNear(Exponential.tanh(x), StrictMath.tanh(x));
    }

    private static void assertNear(double value, double right) {
        if (right == 0 || !Double.isFinite(right)) {
            assertThat(Double.doubleToLongBits(value)).isEqualTo(Double.doubleToLongBits(right));
        } else {
            assertThat(value).isCloseTo(right, within(2 * Math.ulp(right)));
        }
    }

    /** Rows and numbers one by one have the same bits. */
    @Test
    void aBlockHasTheBitsOfItsNumbers() {
        double[] x = new Random(5).doubles(256, -800, 800).toArray();
        x[7] = Double.NaN;
        x[8] = -0.0;
        double[] to = new double[256];
        Exponential.exp(256, to, x);
        assertSame(to, x, Exponential::exp);
        Exponential.expm1(256, to, x);
        assertSame(to, x, Exponential::expm1);
        Exponential.tanh(256, to, x);
        assertSame(to, x, Exponential::tanh);
        Exponential.sigmoid(256, to, x);
        assertSame(to, x, Exponential::sigmoid);
        Exponential.softplus(256, to, x);
        assertSame(to, x, Exponential::softplus);
    }

    private static void assertSame(double[] block, double[] x, DoubleUnaryOperator function) {
        for (int i = 0; i < x.length; i++) {
            assertThat(Double.doubleToLongBits(block[i]))
                    .isEqualTo(Double.doubleToLongBits(function.applyAsDouble(x[i])));
        }
    }
}
