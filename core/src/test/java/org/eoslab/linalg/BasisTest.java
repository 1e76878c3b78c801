package org.eoslab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of what is made of the coordinates, whatever is held: orthonormality, and the vectors themselves. */
class BasisTest {
    private static final int N = 80;
    private static final int VECTORS = 40;
    /** Rounding, times the square of what a vector may be added up from. */
    private static final double ROUNDING = 40 * 1024 * 0x1p-53;

    /** Vectors that have a share of {@code outside} outside of the span of those before, and different lengths. */
    private static double[][] leaning(double outside, SplittableRandom random) {
        double[][] x = new double[VECTORS][];
        for (int k = 0; k < VECTORS; k++) {
            x[k] = Vectors.randomUnit(N, random);
            Vectors.scale(outside, x[k]);
            for (int j = 0; j < k; j++) {
                Vectors.add(random.nextDouble(-1, 1) / Vectors.norm(x[j]) / Math.sqrt(k), x[j], x[k]);
            }
            Vectors.scale(Math.exp(random.nextDouble(-20, 20)), x[k]);
        }
        return x;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1, 1e-3, 1e-6, 1e-10})
    void whatIsAddedIsMadeOfOrthonormalVectors(double outside) {
        for (long seed = 0; seed < 20; seed++) {
            Basis basis = new Basis(N, new double[0][]);
            for (double[] x : leaning(outside, new SplittableRandom(seed))) {
                double[] coordinates = basis.add(x.clone());
                assertThat(Vectors.distance(basis.combine(coordinates), x)).isLessThan(ROUNDING * Vectors.norm(x));
            }
            assertThat(basis.size()).isEqualTo(VECTORS);
            assertOrthonormal(basis);
        }
    }

    /** The images of a Krylov space whose eigenvalues are all far from zero: each is made of all before, more and more of them. */
    @Test
    void staysOrthonormalOverManyVectorsThatLeanOnEachOther() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] spectrum = IntStream.range(0, N).mapToDouble(i -> -1.0 - i).toArray();
            SymmetricOperator operator = SymmetricOperator.of(Matrices.withSpectrum(spectrum, random));
            Basis basis = new Basis(N, new double[0][]);
            basis.add(Vectors.randomUnit(N, random));
            for (int k = 1; k < N; k++) {
                double[] last = new double[k];
                last[k - 1] = 1;
                double[] image = new double[N];
                operator.apply(basis.combine(last), image);
                basis.add(image);
                assertThat(basis.size()).isEqualTo(k + 1);
            }
            assertOrthonormal(basis);
        }
    }

    @Test
    void takesVectorsThatAreOrthonormalButForSmallErrors() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Basis exact = new Basis(N, new double[0][]);
            for (double[] x : leaning(1, random)) {
                exact.add(x);
            }
            double[][] rough = exact.combine(unit(exact.size()));
            for (double[] q : rough) {
                Vectors.add(1e-8, Vectors.randomUnit(N, random), q);
            }
            double[][] before = Arrays.stream(rough).map(double[]::clone).toArray(double[][]::new);
            Basis basis = new Basis(N, rough);
            assertOrthonormal(basis);
            basis.add(Vectors.randomUnit(N, random));
            assertThat(rough).isDeepEqualTo(before);
        }
    }

    @Test
    void addsNothingOfAVectorInTheSpan() {
        Basis basis = new Basis(N, new double[0][]);
        SplittableRandom random = new SplittableRandom(1);
        double[][] x = leaning(0.1, random);
        for (double[] vector : x) {
            basis.add(vector.clone());
        }
        double[] sum = new double[N];
        for (double[] vector : x) {
            Vectors.add(random.nextDouble(), vector, sum);
        }
        double[] coordinates = basis.add(sum.clone());
        assertThat(basis.size()).isEqualTo(VECTORS);
        assertThat(Vectors.distance(basis.combine(coordinates), sum)).isLessThan(ROUNDING * Vectors.norm(sum));
        assertThat(basis.add(new double[N])).containsOnly(0);
        assertThat(basis.size()).isEqualTo(VECTORS);
    }

    @Test
    void saysOfWhatIsNotFiniteThatItIsNot() {
        Basis basis = new Basis(N, new double[0][]);
        basis.add(Vectors.randomUnit(N, new SplittableRandom(1)));
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE}) {
            double[] x = new double[N];
            x[3] = wrong;
            assertThat(basis.add(x)).containsOnly(Double.NaN);
            assertThat(basis.size()).isEqualTo(1);
        }
    }

    private static double[][] unit(int size) {
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            rows[i][i] = 1;
        }
        return rows;
    }

    private static void assertOrthonormal(Basis basis) {
        double[][] q = basis.combine(unit(basis.size()));
        for (int i = 0; i < q.length; i++) {
            for (int j = 0; j <= i; j++) {
                assertThat(Vectors.dot(q[i], q[j])).isCloseTo(i == j ? 1 : 0, within(ROUNDING));
            }
        }
    }
}
