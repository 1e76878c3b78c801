package org.eoslab.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DerivativesTest {
    /** A few dozen operations deep; relative to the largest derivative of the formula. */
    private static final double ROUNDING = 1e-12;

    private static final int N = 4;

    private static Scope scope() {
        return new Scope().parameter("x").parameter("y").parameter("w", 2);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithNumbersThatCarryTheirDerivatives(long seed) {
        String text = new RandomFormula(seed).next(5);
        Derivatives derivatives = new Derivatives(Expression.parse(text), scope());
        Random random = new Random(~seed);
        double[] w = random.doubles(N, -1, 1).toArray();
        double[] u = random.doubles(N, -1, 1).toArray();
        double[] v = random.doubles(N, -1, 1).toArray();
        StructureArithmetic structures = new StructureArithmetic(N, 3);
        DerivativeStructure truth = derivatives
                .value()
                .evaluate(
                        structures,
                        IntStream.range(0, N)
                                .mapToObj(i -> structures.variable(i, w[i]))
                                .toList())
                .get(0);
        double scale =
                Arrays.stream(truth.getAllDerivatives()).map(Math::abs).max().orElseThrow() + 1e-300;

        double[] gradient = run(derivatives.gradient(), w);
        double[] product = run(derivatives.product(), w, u);
        double[] third = run(derivatives.third(), w, u, v);
        assertThat(run(derivatives.value(), w)[0]).isCloseTo(truth.getValue(), within(ROUNDING * scale));
        assertThat(gradient[0]).isCloseTo(truth.getValue(), within(ROUNDING * scale));
        for (int i = 0; i < N; i++) {
            double hu = 0;
            double d3 = 0;
            for (int j = 0; j < N; j++) {
                hu += partial(truth, i, j) * u[j];
                for (int k = 0; k < N; k++) {
                    d3 += partial(truth, i, j, k) * u[j] * v[k];
                }
            }
            assertThat(gradient[i + 1]).as(text).isCloseTo(partial(truth, i), within(ROUNDING * scale));
            assertThat(product[i]).as(text).isCloseTo(hu, within(ROUNDING * scale));
            assertThat(third[i]).as(text).isCloseTo(d3, within(ROUNDING * scale));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void digitsRoundToTheDoubles(long seed) {
        String text = new RandomFormula(seed).next(4);
        Program gradient = new Derivatives(Expression.parse(text), scope()).gradient();
        double[] w = new Random(~seed).doubles(N, -1, 1).toArray();
        DigitsArithmetic digits = new DigitsArithmetic(40);
        List<Dfp> exact = gradient.evaluate(
                digits, Arrays.stream(w).mapToObj(digits.field()::newDfp).toList());
        double[] doubles = run(gradient, w);
        double scale = Arrays.stream(doubles).map(Math::abs).max().orElseThrow() + 1e-300;
        for (int i = 0; i < doubles.length; i++) {
            assertThat(doubles[i]).as(text).isCloseTo(exact.get(i).toDouble(), within(ROUNDING * scale));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsAreTheMeanOfTheirRuns(long seed) {
        String text = new RandomFormula(seed).next(4);
        Expression expression = Expression.parse(text);
        Scope withData = new Scope().parameter("w", 2).column("x").column("y");
        Derivatives overData = new Derivatives(expression, withData);
        Derivatives alone = new Derivatives(
                expression, new Scope().parameter("w", 2).parameter("x").parameter("y"));
        int n = 300;
        Random random = new Random(seed);
        double[][] columns = {
            random.doubles(n, -1, 1).toArray(), random.doubles(n, -1, 1).toArray()
        };
        double[] w = random.doubles(2, -1, 1).toArray();
        RowSum rows = new RowSum(overData.gradient(), columns);
        rows.inputs(0, w);
        rows.run();
        double[] mean = new double[3];
        rows.outputs(0, mean);
        double[] expected = new double[3];
        double scale = 1e-300;
        for (int r = 0; r < n; r++) {
            double[] one = run(alone.gradient(), new double[] {w[0], w[1], columns[0][r], columns[1][r]});
            for (int i = 0; i < 3; i++) {
                expected[i] += one[i] / n;
                scale = Math.max(scale, Math.abs(one[i]));
            }
        }
        for (int i = 0; i < 3; i++) {
            assertThat(mean[i]).as(text).isCloseTo(expected[i], within(ROUNDING * scale));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // where the naive derivative is 0/0 or 0·∞: what is not taken does not count
        "'if(x > 0, log(x), x)', 0, 1",
        "'norm([x, x])', 0, 0",
        "abs(x), 0, 0",
        "relu(x), 0, 0",
        "'max(x, -x)', 0, 0",
        "'max(x, 2*x)', 0, 1.5",
        "'min(sqrt(x), x + 1)', 4, 0.25",
        "x^2, 0, 0",
        "x^3, 0, 0",
        "log(cosh(x)), 1000, 1",
        "softplus(x), -800, 0",
        "sigmoid(x), 800, 0",
        "erf(x), 1e-200, 1.1283791670955126"
    })
    void isFiniteAtKinksAndFarOut(String text, double x, double expected) {
        Derivatives derivatives = new Derivatives(Expression.parse(text), new Scope().parameter("x"));
        double[] at = {x};
        double[] one = {1};
        assertThat(run(derivatives.gradient(), at)[1]).isEqualTo(expected);
        assertThat(run(derivatives.product(), at, one)).doesNotContain(Double.NaN);
        assertThat(run(derivatives.third(), at, one, one)).doesNotContain(Double.NaN);
    }

    @Test
    void accurateWhereDifferencesCancel() {
        // 1 − tanh² = 4/(e^2x + 2 + e^−2x), and not what is left of 1 − 1.
        double slope = 4 / (Math.exp(20) + 2 + Math.exp(-20));
        Derivatives tanh = new Derivatives(Expression.parse("tanh(x)"), new Scope().parameter("x"));
        assertThat(run(tanh.gradient(), new double[] {10})[1]).isCloseTo(slope, within(1e-12 * slope));
        Derivatives cosh = new Derivatives(Expression.parse("log(cosh(x))"), new Scope().parameter("x"));
        assertThat(run(cosh.value(), new double[] {1e-9})[0]).isCloseTo(5e-19, within(1e-33));
    }

    private static double[] run(Program program, double[]... inputs) {
        double[] result = new double[program.outputs()];
        new Tape(program)
                .run(Arrays.stream(inputs).flatMapToDouble(Arrays::stream).toArray(), result);
        return result;
    }

    private static double partial(DerivativeStructure truth, int... by) {
        int[] orders = new int[N];
        List<Integer> list = new ArrayList<>();
        for (int i : by) {
            orders[i]++;
            list.add(i);
        }
        return truth.getPartialDerivative(orders);
    }
}
