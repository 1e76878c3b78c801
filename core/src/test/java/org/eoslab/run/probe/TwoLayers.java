package org.eoslab.run.probe;

import java.util.List;
import java.util.SplittableRandom;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.AutoDiffObjective;
import org.eoslab.objective.MatrixShape;
import org.eoslab.objective.Objective;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** ½‖A − W₂W₁‖² of two linear layers without biases, W₁ 3 × 2 and W₂ 2 × 3, A = diag(2, 1). */
record TwoLayers(Objective loss) implements Objective {
    TwoLayers() {
        this(AutoDiffObjective.of(12, TwoLayers::loss));
    }

    private static DerivativeStructure loss(DerivativeStructure[] w) {
        DerivativeStructure sum = w[0].multiply(0);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                DerivativeStructure entry = w[0].multiply(0).subtract(i == j ? 2 - i : 0);
                for (int k = 0; k < 3; k++) {
                    entry = entry.add(w[6 + 3 * i + k].multiply(w[2 * k + j]));
                }
                sum = sum.add(entry.multiply(entry).multiply(0.5));
            }
        }
        return sum;
    }

    static double[] start(long seed) {
        return new SplittableRandom(seed).doubles(12, -1, 1).toArray();
    }

    @Override
    public List<MatrixShape> matrices() {
        return List.of(new MatrixShape(3, 2), new MatrixShape(2, 3));
    }

    @Override
    public int dimension() {
        return 12;
    }

    @Override
    public double value(double[] w) {
        return loss.value(w);
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        return loss.gradient(w, gradient);
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        return loss.hessian(w);
    }
}
