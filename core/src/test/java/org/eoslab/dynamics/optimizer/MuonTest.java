package org.eoslab.dynamics.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.MatrixShape;
import org.eoslab.objective.Objective;
import org.eoslab.objective.Quadratic;
import org.eoslab.objective.TanhNetwork;
import org.eoslab.run.probe.GeneralisedSharpness;
import org.eoslab.run.probe.SpectralBall;
import org.junit.jupiter.api.Test;

/** Against Polyak's rule on a vector, and closed forms on ½λ‖W‖², whose generalised sharpness is λ times the rank of W. */
class MuonTest implements DynamicsContract {
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(3, 12, 8);
    private static final double ROUNDING = 1e-12;

    /**
     * A loss with its parameters arranged.
     *
     * @param loss the loss
     * @param matrices their shapes
     */
    private record Arranged(Objective loss, List<MatrixShape> matrices) implements Objective {
        @Override
        public int dimension() {
            return loss.dimension();
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

    /** Two matrices, 2 × 3 and 4 × 1, under ½λ‖w‖². */
    private static Arranged isotropic(double lambda) {
        double[] eigenvalues = new double[10];
        Arrays.fill(eigenvalues, lambda);
        return new Arranged(new Quadratic(eigenvalues), List.of(new MatrixShape(2, 3), new MatrixShape(4, 1)));
    }

    @Override
    public Dynamics dynamics() {
        int n = NETWORK.dimension();
        return new Muon(
                new Arranged(NETWORK, List.of(new MatrixShape(3, 5), new MatrixShape(1, n - 15))),
                StepSize.constant(0.01),
                0.9);
    }

    @Override
    public double[] start() {
        return NETWORK.start(1);
    }

    @Test
    void isPolyaksRuleOnAVector() {
        Muon muon = new Muon(NETWORK, StepSize.constant(0.05), 0.8);
        Momentum polyak = Momentum.polyak(NETWORK, StepSize.constant(0.05), 0.8);
        State a = muon.start(start());
        State b = polyak.start(start());
        for (int t = 0; t < 50; t++) {
            muon.step(a);
            polyak.step(b);
        }
        for (int i = 0; i < a.parameters().length; i++) {
            assertThat(a.parameters()[i]).isCloseTo(b.parameters()[i], within(ROUNDING));
        }
        assertThat(muon.stabilityThreshold(a)).isEqualTo(polyak.stabilityThreshold(b));
    }

    /** A step from W of singular values s is −ηλΣs·UVᵀ: L⁺ − L = −ηλ²(Σs)²(1 − ηλ·3/2), as two and one singular values are 3. */
    @Test
    void fallsBelowItsEdgeAndRisesBeyond() {
        double lambda = 1.7;
        Arranged loss = isotropic(lambda);
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 20; trial++) {
            double[] w = random.doubles(10, -1, 1).toArray();
            double[] g = new double[10];
            double before = loss.gradient(w, g);
            double dual = Vectors.dot(g, Muon.direction(loss.matrices(), g));
            for (double part : new double[] {0.99, 1.01}) {
                double eta = 2 * part / (3 * lambda);
                Muon rule = new Muon(loss, StepSize.constant(eta), 0);
                State state = rule.start(w);
                rule.step(state);
                double change = loss.value(state.parameters()) - before;
                assertThat(change).isCloseTo(-eta * dual * dual * (1 - part), within(ROUNDING * dual * dual));
                assertThat(rule.stabilityThreshold(state) > 3 * lambda).isEqualTo(part < 1);
            }
        }
    }

    /** Of all steps D it has the least ⟨G, D⟩ + ‖D‖²/(2η), ‖D‖ the largest singular value of the matrices: −½η times the square of the sum of all singular values of G. */
    @Test
    void isSteepestDescentInTheLargestSpectralNorm() {
        Arranged loss = isotropic(1);
        SplittableRandom random = new SplittableRandom(7);
        double eta = 0.3;
        double[] g = random.doubles(10, -1, 1).toArray();
        double dual = sum(g);
        State state = new Muon(loss, StepSize.constant(eta), 0).start(g);
        new Muon(loss, StepSize.constant(eta), 0).step(state);
        double[] step = state.parameters();
        Vectors.add(-1, g, step);
        double least = model(g, step, eta);
        assertThat(least).isCloseTo(-0.5 * eta * dual * dual, within(ROUNDING * dual * dual));
        for (int trial = 0; trial < 1000; trial++) {
            double size = 2 * random.nextDouble();
            double[] d = step.clone();
            for (int i = 0; i < d.length; i++) {
                d[i] = size * (d[i] + 0.3 * random.nextGaussian() * random.nextInt(2));
            }
            assertThat(model(g, d, eta)).isGreaterThanOrEqualTo(least);
        }
    }

    private static double model(double[] g, double[] d, double eta) {
        double norm = Math.max(singular(d, 1), Vectors.norm(Arrays.copyOfRange(d, 6, 10)));
        return Vectors.dot(g, d) + norm * norm / (2 * eta);
    }

    private static double sum(double[] g) {
        return singular(g, 1) + singular(g, -1) + Vectors.norm(Arrays.copyOfRange(g, 6, 10));
    }

    /** A singular value of the first matrix M, which is 2 × 3: √ of ½(tr MMᵀ ± √(tr² − 4 det)). */
    private static double singular(double[] w, int sign) {
        double a = w[0] * w[0] + w[1] * w[1] + w[2] * w[2];
        double b = w[0] * w[3] + w[1] * w[4] + w[2] * w[5];
        double c = w[3] * w[3] + w[4] * w[4] + w[5] * w[5];
        return Math.sqrt((a + c + sign * Math.hypot(a - c, 2 * b)) / 2);
    }

    @Test
    void itsSharpnessIsTheEigenvalueTimesTheRank() {
        double[] row = new double[2];
        double[] w = new SplittableRandom(4).doubles(10, -1, 1).toArray();
        new GeneralisedSharpness(isotropic(1.7), new SpectralBall(isotropic(1.7).matrices()))
                .measure(new State(w, new double[0]), row, 0);
        assertThat(row[0]).isCloseTo(3 * 1.7, within(ROUNDING));
        assertThat(row[1]).isZero();
        Quadratic vector = new Quadratic(3, 2, 1);
        new GeneralisedSharpness(vector, new SpectralBall(vector.matrices()))
                .measure(new State(new double[] {1, 1, 1}, new double[0]), row, 0);
        assertThat(row[0]).isCloseTo(3, within(ROUNDING));
        assertThat(row[1]).isEqualTo(1);
    }
}
