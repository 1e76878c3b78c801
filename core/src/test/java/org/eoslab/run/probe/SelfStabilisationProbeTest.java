package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.Tolerances;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;
import org.junit.jupiter.api.Test;

class SelfStabilisationProbeTest implements ProbeContract {
    private static final Minimalist MODEL = new Minimalist(1, 0.1);

    @Override
    public Probe probe() {
        return new SelfStabilisationProbe(MODEL, new SharpnessProbe(MODEL, new DenseEigenSolver()));
    }

    @Override
    public Dynamics dynamics() {
        return new GradientDescent(MODEL, 0.5);
    }

    @Override
    public double[] start() {
        return new double[] {0.9, 0.2, 0.4};
    }

    /** Oracle: the slope of the sharpness along −∇L⊥, by a central difference with the dense solver. */
    @Test
    void progressiveSharpeningIsTheSlopeOfTheSharpness() {
        double[] row = new double[2];
        double[] w = start();
        probe().measure(new State(w, new double[0]), row, 0);
        double[] u = top(w).vectors()[0];
        double[] direction = new double[3];
        MODEL.gradient(w, direction);
        Vectors.add(-Vectors.dot(u, direction), u, direction);
        double h = Tolerances.DIFFERENCE_STEP;
        double[] ahead = w.clone();
        double[] behind = w.clone();
        Vectors.add(-h, direction, ahead);
        Vectors.add(h, direction, behind);
        double slope = (top(ahead).largest() - top(behind).largest()) / (2 * h);
        assertThat(row[0]).isCloseTo(slope, within(Tolerances.CENTRAL_DIFFERENCE));
        assertThat(row[1]).isPositive();
    }

    private static EigenPairs top(double[] w) {
        return new DenseEigenSolver().largest(MODEL.hessian(w), 1, EigenPairs.NONE);
    }
}
