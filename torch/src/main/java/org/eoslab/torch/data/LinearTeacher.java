package org.eoslab.torch.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * A linear map to be learned by a deep linear network: inputs the rows of X = √n·Q, Q a random orthogonal n × n matrix, targets
 * those of Y = XAᵀ, A Gaussian (Cohen et al. 2021, appendix). The inputs are white: XᵀX = n·I.
 */
public final class LinearTeacher implements DataSet {
    private final RealMatrix inputs;
    private final RealMatrix targets;

    /**
     * A teacher.
     *
     * @param size n, the number of examples, inputs and outputs
     * @param seed of Q and A, whose numbers are not those that a network's start has from the same seed
     */
    public LinearTeacher(int size, long seed) {
        RandomGenerator random = new SplittableRandom(seed).split();
        QRDecomposition qr = new QRDecomposition(gaussian(size, random));
        // With R's diagonal made positive Q is uniform over the orthogonal group, not tied to the algorithm's choice of
        // signs.
        double[] signs = new double[size];
        for (int i = 0; i < size; i++) {
            signs[i] = Math.signum(qr.getR().getEntry(i, i));
        }
        RealMatrix orthogonal = qr.getQ().multiply(MatrixUtils.createRealDiagonalMatrix(signs));
        inputs = orthogonal.scalarMultiply(Math.sqrt(size));
        targets = inputs.multiplyTransposed(gaussian(size, random));
    }

    private static RealMatrix gaussian(int size, RandomGenerator random) {
        return new Array2DRowRealMatrix(NormalData.normal(size, size, random), false);
    }

    @Override
    public int size() {
        return inputs.getRowDimension();
    }

    @Override
    public List<Long> inputShape() {
        return List.of((long) size());
    }

    @Override
    public int outputs() {
        return size();
    }

    @Override
    public void read(int index, double[] input, double[] target) {
        System.arraycopy(inputs.getRow(index), 0, input, 0, input.length);
        System.arraycopy(targets.getRow(index), 0, target, 0, target.length);
    }
}
