package org.eoslab.dynamics.projected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.CentralFlow;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.linearnd.LinearNd;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistConstrained;
import org.junit.jupiter.api.Test;

/**
 * The minimalist model hidden in forty input dimensions, rotated (Liu et al., footnote 1): with a matrix-free eigensolver the
 * constrained trajectory and the central flow are those of the three parameters.
 */
class RotatedCopyTest {
    private static final int INPUTS = 40;
    private static final int RELEVANT = 20;
    private static final double ETA = 3.2;
    private static final double LAMBDA2 = 0.001;
    private static final Minimalist MODEL = new Minimalist(1, LAMBDA2);
    private static final Lanczos SOLVER = new Lanczos(1e-11, 500, 1);

    private final double[][] basis = basis();
    private final LinearNd copy = new LinearNd(basis, variances(), teacher());

    @Test
    void constrainedTrajectory() {
        Dynamics rotated = new ProjectedGradientDescent(copy, ETA, SOLVER, 1e-12, 20);
        compare(rotated, new MinimalistConstrained(MODEL, ETA), 0.78);
    }

    @Test
    void centralFlow() {
        Dynamics rotated = new CentralFlow(copy, ETA, SOLVER, 2, 4, 0.1);
        compare(rotated, new CentralFlow(MODEL, ETA, new DenseEigenSolver(), 1, 4, 0.1), 0.78);
    }

    private void compare(Dynamics rotated, Dynamics original, double alpha) {
        double[] start = new double[INPUTS + 1];
        start[0] = alpha;
        for (int i = 0; i < INPUTS; i++) {
            start[i + 1] = 0.2 * basis[RELEVANT][i];
        }
        State a = rotated.start(start);
        State b = original.start(new double[] {alpha, 0, 0.2});
        for (int t = 0; t < 200; t++) {
            rotated.step(a);
            original.step(b);
            double[] w = a.parameters();
            assertThat(w[0]).as("step %d", t).isCloseTo(b.parameters()[0], within(1e-9));
            for (int i = 0; i < INPUTS; i++) {
                assertThat(w[i + 1]).isCloseTo(b.parameters()[2] * basis[RELEVANT][i], within(1e-9));
            }
        }
        assertThat(a.parameters()[0]).as("the edge").isCloseTo(Math.sqrt(2 / ETA), within(1e-4));
    }

    /** λ₁ = 1, then from ½ down, the relevant one among smaller ones. */
    private static double[] variances() {
        double[] variances = new double[INPUTS];
        for (int k = 0; k < INPUTS; k++) {
            variances[k] = k == 0 ? 1 : k < RELEVANT ? 0.5 / k : LAMBDA2 / (1 + k - RELEVANT);
        }
        return variances;
    }

    private static double[] teacher() {
        double[] teacher = new double[INPUTS];
        teacher[RELEVANT] = 1;
        return teacher;
    }

    /** Gram and Schmidt on random directions, twice for orthogonality to rounding. */
    private static double[][] basis() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] basis = new double[INPUTS][];
        for (int k = 0; k < INPUTS; k++) {
            basis[k] = Vectors.randomUnit(INPUTS, random);
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < k; j++) {
                    Vectors.add(-Vectors.dot(basis[j], basis[k]), basis[j], basis[k]);
                }
                Vectors.scale(1 / Vectors.norm(basis[k]), basis[k]);
            }
        }
        return basis;
    }
}
