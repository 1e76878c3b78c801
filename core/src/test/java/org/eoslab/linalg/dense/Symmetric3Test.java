package org.eoslab.linalg.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.Matrices;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Oracle: the dense library solver, on 10,000 matrices. */
class Symmetric3Test {
    /** The specification's bound, relative to the spectral norm: some 400 roundings. */
    private static final double RELATIVE = 1e-13;

    private static final int EACH = 2000;

    /** Spectra by a random generator; together 10,000 matrices. */
    enum Kind {
        RANDOM(r -> new double[] {r.nextDouble(-1, 1), r.nextDouble(-1, 1), r.nextDouble(-1, 1)}),
        NEARLY_DOUBLE_TOP(r -> new double[] {1, 1 - gap(r), r.nextDouble(-1, 1)}),
        NEARLY_DOUBLE_BOTTOM(r -> new double[] {1, r.nextDouble(-1, 0.5), 0}),
        NEARLY_TRIPLE(r -> new double[] {1, 1 - gap(r), 1 + gap(r)}),
        GRADED(r -> new double[] {1, gap(r), -gap(r)});

        private final Function<SplittableRandom, double[]> spectrum;

        Kind(Function<SplittableRandom, double[]> spectrum) {
            this.spectrum = spectrum;
        }

        /** From 1e-17 to 1, evenly in the logarithm. */
        private static double gap(SplittableRandom random) {
            return Math.pow(10, random.nextDouble(-17, 0));
        }

        double[] eigenvalues(SplittableRandom random) {
            double[] values = spectrum.apply(random);
            if (this == NEARLY_DOUBLE_BOTTOM) {
                values[2] = values[1] + gap(random) * (0.9 - values[1]);
            }
            double scale = Math.pow(10, random.nextDouble(-6, 6));
            return Arrays.stream(values).map(x -> scale * x).toArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheDenseSolver(Kind kind) {
        SplittableRandom random = new SplittableRandom(kind.ordinal());
        for (int i = 0; i < EACH; i++) {
            check(Matrices.withSpectrum(kind.eigenvalues(random), random));
        }
    }

    /** The shape of the minimalist model's Hessian: one zero, entries of very different size. */
    @Test
    void agreesOnHessiansOfTheMinimalistModel() {
        SplittableRandom random = new SplittableRandom(99);
        for (int i = 0; i < EACH; i++) {
            double lambda2 = Math.pow(10, random.nextDouble(-6, -1));
            double alpha = random.nextDouble(0.01, 2);
            double beta1 = Math.pow(10, random.nextDouble(-300, 0));
            double beta2 = random.nextDouble(0, 2);
            double d = 2 * alpha * beta1;
            double e = lambda2 * (2 * alpha * beta2 - 1);
            check(new double[][] {
                {beta1 * beta1 + lambda2 * beta2 * beta2, d, e}, {d, alpha * alpha, 0}, {e, 0, lambda2 * alpha * alpha}
            });
        }
    }

    @Test
    void solvesTheTrivialCases() {
        check(new double[3][3]);
        check(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        check(new double[][] {{-1, 0, 0}, {0, -2, 0}, {0, 0, -3}});
        check(new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}});
        check(new double[][] {{0, 1e-200, 0}, {1e-200, 1, 0}, {0, 0, 0}});
        check(new double[][] {{1e300, 1e299, 0}, {1e299, -1e300, 1e298}, {0, 1e298, 1e300}});
    }

    private static void check(double[][] a) {
        Symmetric3 solver = new Symmetric3();
        solver.solve(a[0][0], a[1][1], a[2][2], a[0][1], a[0][2], a[1][2]);
        double scale = Arrays.stream(a)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        double[][] unit = scale == 0
                ? a
                : Arrays.stream(a)
                        .map(row -> Arrays.stream(row).map(x -> x / scale).toArray())
                        .toArray(double[][]::new);
        double[] values = new DenseEigenSolver()
                .largest(SymmetricOperator.of(unit), 3, EigenPairs.NONE)
                .values();
        double norm = Math.max(Math.abs(values[0]), Math.abs(values[2]));
        double value = scale == 0 ? solver.value() : solver.value() / scale;
        assertThat(value).isCloseTo(values[0], within(RELATIVE * norm));
        double[] v = {solver.x(), solver.y(), solver.z()};
        assertThat(Vectors.norm(v)).isCloseTo(1, within(RELATIVE));
        double[] residual = new double[3];
        SymmetricOperator.of(unit).apply(v, residual);
        Vectors.add(-value, v, residual);
        assertThat(Vectors.norm(residual)).isLessThanOrEqualTo(RELATIVE * norm);
    }
}
