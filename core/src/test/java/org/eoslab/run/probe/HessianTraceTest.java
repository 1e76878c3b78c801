package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.State;
import org.eoslab.linalg.HutchPlusPlus;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.run.Probe;
import org.junit.jupiter.api.Test;

class HessianTraceTest implements TanhNetworkProbe {

    @Override
    public Probe probe() {
        return new HessianTrace(NETWORK, new HutchPlusPlus(45, 2));
    }

    @Test
    void agreesWithTheDiagonalWithinItsError() {
        double[] row = new double[2];
        probe().measure(new State(start(), new double[0]), row, 0);
        double[][] hessian = DenseEigenSolver.matrix(NETWORK.hessian(start()));
        double trace = 0;
        for (int i = 0; i < hessian.length; i++) {
            trace += hessian[i][i];
        }
        assertThat(row[0]).isCloseTo(trace, within(4 * row[1]));
        assertThat(row[1]).isBetween(0.0, 0.1 * trace);
    }
}
