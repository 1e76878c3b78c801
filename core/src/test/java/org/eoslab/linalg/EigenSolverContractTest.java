package org.eoslab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every solver does, of matrices made with a known spectrum. */
class EigenSolverContractTest {
    /** Of the matrices, their products and the solvers, relative to the norm and the dimension: a hundred roundings. */
    private static final double ROUNDING = 100 * 0x1p-52;

    /** Simple, multiple, negative, semidefinite, indefinite, of low rank, zero. */
    private static final List<IntToDoubleFunction> SPECTRA = List.of(
            i -> 1.0 / (1 + i),
            i -> 3 - i / 3,
            i -> -1.0 - i,
            i -> -i / 2,
            i -> i % 2 == 0 ? 1 + i : -2 - i,
            i -> i < 2 ? 5 : 0,
            i -> 0);

    static List<EigenSolver> solvers() {
        return List.of(new DenseEigenSolver(), new DirectEigenSolver(), new Lanczos(1e-6, 500, 1));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void theLargestPairsWithTheirResiduals(EigenSolver solver) {
        for (int n : new int[] {1, 2, 3, 4, 9, 30}) {
            for (double scale : new double[] {1e-250, 1, 1e250}) {
                for (int k = 0; k < SPECTRA.size(); k++) {
                    SplittableRandom random = new SplittableRandom(31L * n + k);
                    double[] spectrum = new double[n];
                    Arrays.setAll(spectrum, SPECTRA.get(k)::applyAsDouble);
                    double[][] matrix = Matrices.withSpectrum(spectrum, random);
                    Arrays.stream(matrix).forEach(row -> Vectors.scale(scale, row));
                    double norm = Arrays.stream(spectrum).map(Math::abs).max().orElseThrow();
                    double[] exact = Arrays.stream(spectrum)
                            .map(x -> -x)
                            .sorted()
                            .map(x -> -x)
                            .toArray();
                    String which = "n = " + n + ", spectrum " + k + " times " + scale;
                    for (int count = 1; count <= Math.min(n, 5); count++) {
                        EigenPairs pairs = solver.largest(SymmetricOperator.of(matrix), count, EigenPairs.NONE);
                        expect(pairs, matrix, exact, scale, n * ROUNDING * norm, which);
                        EigenPairs again = solver.at(1).largest(SymmetricOperator.of(matrix), count, pairs);
                        expect(again, matrix, exact, scale, n * ROUNDING * norm, which + ", warm");
                    }
                }
            }
        }
    }

    private static void expect(
            EigenPairs pairs, double[][] matrix, double[] exact, double scale, double rounding, String which) {
        assertThat(pairs.converged()).as(which).isTrue();
        for (int i = 0; i < pairs.values().length; i++) {
            double[] vector = pairs.vectors()[i];
            double value = pairs.values()[i] / scale;
            double said = pairs.residuals()[i] / scale;
            double[] residual = new double[vector.length];
            SymmetricOperator.of(matrix).apply(vector, residual);
            Vectors.scale(1 / scale, residual);
            Vectors.add(-value, vector, residual);
            assertThat(value).as(which).isCloseTo(exact[i], within(said + rounding));
            assertThat(said).as(which).isCloseTo(Vectors.norm(residual), within(rounding));
            for (int j = 0; j <= i; j++) {
                assertThat(Vectors.dot(vector, pairs.vectors()[j]))
                        .as(which)
                        .isCloseTo(i == j ? 1 : 0, within(vector.length * ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void whatIsNotFiniteHasNoEigenvalue(EigenSolver solver) {
        for (int n = 1; n <= 5; n++) {
            double[][] matrix = new double[n][n];
            matrix[n - 1][n - 1] = Double.NaN;
            EigenPairs pairs = solver.largest(SymmetricOperator.of(matrix), 1, EigenPairs.NONE);
            assertThat(pairs.largest()).isNaN();
            assertThat(pairs.converged()).isFalse();
        }
    }
}
