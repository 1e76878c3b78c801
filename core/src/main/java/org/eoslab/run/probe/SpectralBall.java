package org.eoslab.run.probe;

import java.util.List;
import java.util.Optional;
import org.eoslab.dynamics.optimizer.Muon;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.objective.MatrixShape;

/**
 * The unit ball of the largest of the parameters' spectral norms. Of one column that is the Euclidean one, and the largest dᵀHd the largest eigenvalue, exact up to {@value DirectEigenSolver#LARGEST}
 * parameters.
 *
 * @param matrices the parameters' shapes
 */
public record SpectralBall(List<MatrixShape> matrices) implements UnitBall {
    @Override
    public double[] farthest(double[] g) {
        return Muon.direction(matrices, g);
    }

    @Override
    public Optional<Largest> largest(SymmetricOperator hessian) {
        if (matrices.size() > 1 || matrices.get(0).columns() > 1 || hessian.dimension() > DirectEigenSolver.LARGEST) {
            return Optional.empty();
        }
        double eigenvalue =
                new DirectEigenSolver().largest(hessian, 1, EigenPairs.NONE).largest();
        return Optional.of(new Largest(Math.max(0, eigenvalue), true));
    }
}
