package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.objective.Quadratic;
import org.eoslab.objective.TanhNetwork;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;

/** Against all signs one by one, the trace of a diagonal, and the eigenvalue that it is never below. */
class GeneralisedSharpnessTest implements ProbeContract {
    private static final TanhNetwork SMALL = TanhNetwork.chebyshev(3, 12, 3);
    private static final TanhNetwork LARGER = TanhNetwork.chebyshev(3, 12, 8);

    @Override
    public Probe probe() {
        return new GeneralisedSharpness(SMALL, new MaxNormBall());
    }

    @Override
    public Dynamics dynamics() {
        return new GradientDescent(SMALL, 0.1);
    }

    @Override
    public double[] start() {
        return SMALL.start(1);
    }

    private static double[] read(Objective objective, double[] w) {
        double[] row = new double[2];
        new GeneralisedSharpness(objective, new MaxNormBall()).measure(new State(w.clone(), new double[0]), row, 0);
        return row;
    }

    @Test
    void isTheMaximumOverAllSigns() {
        for (long seed = 0; seed < 5; seed++) {
            double[] w = SMALL.start(seed);
            SymmetricOperator hessian = SMALL.hessian(w);
            double largest = Double.NEGATIVE_INFINITY;
            double[] d = new double[w.length];
            double[] product = new double[w.length];
            for (int signs = 0; signs < 1 << w.length; signs++) {
                for (int i = 0; i < d.length; i++) {
                    d[i] = (signs >> i & 1) == 0 ? 1 : -1;
                }
                hessian.apply(d, product);
                largest = Math.max(largest, Vectors.dot(d, product));
            }
            assertThat(read(SMALL, w)[0]).isCloseTo(largest, within(1e-11 * Math.abs(largest)));
        }
    }

    @Test
    void isTheTraceOfADiagonal() {
        assertThat(read(new Quadratic(3, 2, 1), new double[] {1, 1, 1})).containsExactly(6, 1);
        assertThat(read(new Quadratic(3, -2), new double[] {1, 1})[1]).isZero();
    }

    @Test
    void boundsTheEigenvalueAboveFewParametersToo() {
        double[] w = LARGER.start(2);
        double[] eigenvalue = new double[SharpnessProbe.columns(1).size()];
        new SharpnessProbe(LARGER, new DenseEigenSolver()).measure(new State(w.clone(), new double[0]), eigenvalue, 0);
        assertThat(read(LARGER, w)[0]).isGreaterThan(eigenvalue[0]);
        assertThat(read(LARGER, w)[1]).isZero();
    }

    /** Sign descent on any model: its own sharpness is held against its threshold. */
    @Test
    void isWhatSignDescentIsHeldAgainst() {
        Catalogue catalogue = Catalogue.load();
        Run run = Run.of(
                catalogue
                        .experiment(catalogue.preset("alignment"))
                        .with(Map.of("optimizer", "sign", "eta", 0.02, "steps", 400L)),
                Recording.ALL,
                List.of());
        Table table = run.trajectory().table();
        double[] generalised = table.column("generalisedSharpness");
        int first = 0;
        while (first < generalised.length && generalised[first] <= 100) {
            first++;
        }
        assertThat(run.trajectory().timeline().firstCrossing()).isEqualTo(first == generalised.length ? -1 : first);
        for (int t = 0; t < table.rows(); t++) {
            assertThat(generalised[t]).isGreaterThanOrEqualTo(table.get("sharpness", t) * (1 - 1e-12));
        }
    }
}
