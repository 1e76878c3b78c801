package org.eoslab.dynamics.flow;

import java.util.Arrays;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.SemidefiniteComplementarity;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.SmoothObjective;

/**
 * The central flow of gradient descent (Cohen et al. 2024), the path about which it oscillates at the edge of stability:
 * ẇ = −[∇L + ½ Σᵢⱼ Xᵢⱼ ∇³L(uᵢ, uⱼ, ·)], uᵢ the eigenvectors of the critical eigenvalues. X is the covariance of the oscillation:
 * 0 ⪯ X ⟂ 2/η·I − UᵀHU ⪰ 0 keeps those eigenvalues at or below 2/η.
 *
 * <p>−∇L is followed by a method of high order with control of its error: below the edge, where X = 0, this is gradient flow to its
 * tolerance. Where eigenvalues are near the edge, a step of the clock, which lasts η, is cut into substeps, each of which adds an Euler
 * step of the rest. X is taken implicitly: such that the conditions hold at the end of the substep to first order, so that no drift
 * accumulates; along the edge the flow is of first order in the length of a substep. The time average of the loss that it predicts is L + tr(X)/η
 * ({@link #averageLoss}).
 *
 * <p>The memory is of the last substep, zeros before the first: {@link #TRACE}, {@link #CRITICAL}, {@link #RESIDUAL}.
 *
 * @param objective the loss
 * @param eta the time η of a step and the step size of the gradient descent, positive and finite
 * @param solver finds the eigenpairs, starting from the state's last ones
 * @param eigenvalues the most critical eigenvalues to follow, at least 1, at most the dimension
 * @param substeps substeps a step near the edge, at least 2: with fewer the critical directions are not stable
 * @param margin eigenvalues above (1 − margin)·2/η are taken for possibly critical, 0 &lt; margin ≤ 1
 */
public record CentralFlow(
        SmoothObjective objective, double eta, EigenSolver solver, int eigenvalues, int substeps, double margin)
        implements Dynamics {
    /** Memory index of tr X. */
    public static final int TRACE = 0;

    /** Memory index of how many eigenvalues were possibly critical; when all that are followed are, follow more. */
    public static final int CRITICAL = 1;

    /** Memory index of the residual of the conditions on X (see {@link SemidefiniteComplementarity}). */
    public static final int RESIDUAL = 2;

    /** Of networks too: the errors allowed are far above what is left of a gradient in single precision over a substep. */
    private static final FlowIntegrator INTEGRATOR = new FlowIntegrator(1e-9, 1e-7, 1_000_000);

    /** Checks the ranges. */
    public CentralFlow {
        StepSize.check(eta);
        if (eigenvalues < 1 || eigenvalues > objective.dimension()) {
            throw new IllegalArgumentException(
                    "eigenvalues = " + eigenvalues + ": must be from 1 to " + objective.dimension());
        }
        if (substeps < 2) {
            throw new IllegalArgumentException("substeps = " + substeps + ": must be at least 2");
        }
        if (!(margin > 0 && margin <= 1)) {
            throw new IllegalArgumentException("margin = " + margin + ": must be above 0 and at most 1");
        }
    }

    @Override
    public State start(double[] parameters) {
        return new State(parameters.clone(), new double[3]);
    }

    @Override
    public void step(State state) {
        double[] w = state.parameters();
        EigenSolver stepSolver = solver.at(state.step());
        int left = substeps;
        while (left > 0) {
            EigenPairs pairs = stepSolver.largest(objective.hessian(w), eigenvalues, state.eigenPairs());
            state.remember(pairs);
            int k = critical(pairs);
            int taken = k == 0 ? left : 1;
            advance(w, eta * taken / substeps, pairs, k, state.memory());
            left -= taken;
        }
        state.advance(eta);
    }

    /** The time average of gradient descent's loss predicted at {@code state}: L + tr(X)/η. */
    public double averageLoss(State state) {
        return state.loss(objective) + state.memory()[TRACE] / eta;
    }

    private void advance(double[] w, double dt, EigenPairs pairs, int k, double[] memory) {
        double[] flown = INTEGRATOR
                .integrate(objective, w, dt, i -> {})
                .map(end -> end.state().getPrimaryState())
                .orElse(null);
        if (flown == null) {
            Arrays.fill(w, Double.NaN);
            return;
        }
        memory[TRACE] = 0;
        memory[CRITICAL] = k;
        memory[RESIDUAL] = 0;
        if (k > 0) {
            double[][] derivatives = derivatives(w, pairs, k);
            double[] moved = flown.clone();
            Vectors.add(-1, w, moved);
            SemidefiniteComplementarity.Solution oscillation = oscillation(derivatives, moved, pairs, k, dt);
            double[] x = SemidefiniteComplementarity.coordinates(oscillation.x());
            for (int p = 0; p < x.length; p++) {
                Vectors.add(-0.5 * dt * x[p], derivatives[p], flown);
            }
            memory[TRACE] = oscillation.trace();
            memory[RESIDUAL] = oscillation.residual();
        }
        System.arraycopy(flown, 0, w, 0, w.length);
    }

    private int critical(EigenPairs pairs) {
        int k = 0;
        while (k < eigenvalues && pairs.values()[k] > (1 - margin) * 2 / eta) {
            k++;
        }
        return k;
    }

    /** ∇³L(uᵢ, uⱼ, ·), i ≤ j, in the coordinates of {@link SemidefiniteComplementarity}: Σᵢⱼ Xᵢⱼ∇³L(uᵢ, uⱼ, ·) = Σₚ xₚ·(row p). */
    private double[][] derivatives(double[] w, EigenPairs pairs, int k) {
        double[][] u = pairs.vectors();
        double[][] derivatives = new double[k * (k + 1) / 2][w.length];
        for (int i = 0, p = 0; i < k; i++) {
            for (int j = i; j < k; j++, p++) {
                objective.thirdDerivative(w, u[i], u[j], derivatives[p]);
                if (j > i) {
                    Vectors.scale(Math.sqrt(2), derivatives[p]);
                }
            }
        }
        return derivatives;
    }

    /**
     * X such that 2/η·I − UᵀHU, after a substep of length dt and to first order, is complementary to it.
     *
     * @param moved what gradient flow alone adds to the parameters
     */
    private SemidefiniteComplementarity.Solution oscillation(
            double[][] derivatives, double[] moved, EigenPairs pairs, int k, double dt) {
        int n = derivatives.length;
        double[][] slack = new double[k][k];
        for (int i = 0; i < k; i++) {
            slack[i][i] = 2 / eta - pairs.values()[i];
        }
        double[] b = SemidefiniteComplementarity.coordinates(slack);
        double[][] a = new double[n][n];
        for (int p = 0; p < n; p++) {
            b[p] -= Vectors.dot(derivatives[p], moved);
            for (int q = 0; q <= p; q++) {
                a[p][q] = a[q][p] = 0.5 * dt * Vectors.dot(derivatives[p], derivatives[q]);
            }
        }
        return SemidefiniteComplementarity.solve(k, a, b);
    }

    /** 2/η − λ, with λ the weight decay: the bound that it holds the eigenvalues to. */
    @Override
    public double stabilityThreshold(State state) {
        return 2 / eta - Decayed.in(objective);
    }
}
