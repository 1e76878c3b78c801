package org.eoslab.torch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eoslab.Shared;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.data.ImageArchive;
import org.eoslab.torch.data.Standardisation;
import org.junit.jupiter.api.Test;

/**
 * Networks of one layer, whose Hessians have each eigenvalue as often as there are classes, or one time less. Oracle: the eigenvalues of
 * X̃ᵀX̃/n with X̃ = [X, 1], by the dense solver from X̃X̃ᵀ/n, which has the same but for zeros.
 */
class MultipleEigenvaluesTest {
    private static final int CLASSES = 10;
    /** Of a Hessian product in single precision, relative to the norm. */
    private static final double ROUNDING = 0x1p-20;

    private static final double TOLERANCE = 1e-3;

    /** With ½‖y − f‖² the Hessian is I₁₀ ⊗ X̃ᵀX̃/n at every step. */
    @Test
    void theLinearNetworkHasEachEigenvalueTenTimesAtEveryStep() {
        double[] exact = secondMoments(50);
        Map<String, Object> changes =
                Map.of("loss", "half-mse", "eigenvalues", 12, "eta", 0.0005, "every", 5, "steps", 20, "audit", 10);
        Table table = table(experiment(50, changes));
        assertThat(table.rows()).isEqualTo(5);
        for (int row = 0; row < table.rows(); row++) {
            expect(table, row, exact, CLASSES, 12);
            // No sharpening where there is none.
            assertThat(table.get("sharpness", row)).isCloseTo(exact[0], within(2 * ROUNDING * exact[0]));
            assertThat(table.get("repaired", row)).isZero();
        }
    }

    /** At w = 0 all classes are as likely: the Hessian is (I₁₀ − 11ᵀ/10)/10 ⊗ X̃ᵀX̃/n. */
    @Test
    void softmaxRegressionAtZeroHasEachEigenvalueNineTimes() {
        double[] tenths =
                Arrays.stream(secondMoments(100)).map(x -> x / CLASSES).toArray();
        double[] zeros = new double[CLASSES * (3_072 + 1)];
        for (int seed = 0; seed < 3; seed++) {
            Map<String, Object> changes = Map.of("loss", "cross-entropy", "eigenvalues", 10, "steps", 0, "seed", seed);
            expect(table(experiment(100, changes).from(zeros)), 0, tenths, CLASSES - 1, 10);
        }
    }

    /** Residuals of r at the copies of λ, whose neighbour is a gap away, leave an error of r²/gap each at most. */
    private static void expect(Table table, int row, double[] exact, int copies, int count) {
        for (int i = 0; i < count; i++) {
            double value = exact[i / copies];
            double residual = TOLERANCE * value;
            double error = copies * residual * residual / (value - exact[i / copies + 1]) + 2 * ROUNDING * exact[0];
            assertThat(table.get("eigenvalue" + (i + 1), row))
                    .as("row %d, eigenvalue %d", row, i + 1)
                    .isCloseTo(value, within(error));
        }
    }

    private static Experiment experiment(int images, Map<String, Object> changes) {
        String data = Shared.path("data/cifar-10-batches-bin").getParent().toString();
        Catalogue catalogue = Catalogue.load();
        return catalogue
                .experiment(catalogue.preset("cifar-fc-1000"))
                .with(Map.of("data", data, "images", images, "depth", 1, "tolerance", TOLERANCE))
                .with(changes);
    }

    private static Table table(Experiment experiment) {
        return Run.of(experiment, new Recording.Every(5), List.of())
                .trajectory()
                .table();
    }

    /** The eigenvalues of X̃X̃ᵀ/n, largest first. */
    private static double[] secondMoments(int images) {
        DataSet data = ImageArchive.CIFAR10.load(
                Shared.path("data/cifar-10-batches-bin").getParent(), images, CLASSES, Standardisation.USED);
        double[][] inputs = new double[images][(int) data.inputLength()];
        IntStream.range(0, images).forEach(i -> data.read(i, inputs[i], new double[CLASSES]));
        double[][] gram = new double[images][images];
        for (int i = 0; i < images; i++) {
            for (int j = 0; j < images; j++) {
                gram[i][j] = (Vectors.dot(inputs[i], inputs[j]) + 1) / images;
            }
        }
        return new DenseEigenSolver()
                .largest(SymmetricOperator.of(gram), images, EigenPairs.NONE)
                .values();
    }
}
