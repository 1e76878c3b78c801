package org.eoslab.model.minimalist.dynamics;

import java.util.List;
import java.util.stream.Stream;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.dense.Symmetric3;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.probe.GfsProbe;
import org.eoslab.run.probe.LossProbe;
import org.eoslab.run.probe.SharpnessProbe;

/**
 * Everything that a run of the minimalist model records at a step, in closed form.
 *
 * <p>{@code beta1} = {@code beta1Significand}·2^{@code beta1Exponent} rounded to a double, 0 where it is out of range.
 * {@code curvatureBeta1} is λ₁α², {@code alignment} the |β₁-component| of the Hessian's top unit eigenvector,
 * {@code surrogateLoss} L̂ = ½λ₂(√(2/(ηλ₁))β₂ − 1)² (Lemma 4.5), {@code phase} 1 for phase I (t &lt; T₁), 2 for II.1
 * (|α| grows in the next step), 3 for II.2, and {@code clipped} 1 when clipping acted in the step that led here. {@code lossPlus} and
 * {@code lossMinus} are the losses of two groups of examples with opposing signals, whose mean is the loss ({@link Minimalist#opposingLoss}).
 */
public final class MinimalistProbe implements Probe {
    private static final List<Column> COLUMNS = Stream.concat(
                    Stream.of(
                            Column.coordinate("alpha", "α"),
                            Column.coordinate("beta1", "β₁"),
                            Column.coordinate("beta2", "β₂"),
                            LossProbe.LOSS,
                            Column.of("oscillatoryLoss", Column.Role.LOSS_TERM, "L₁", "oscillatory term L₁"),
                            Column.of("convergenceLoss", Column.Role.LOSS_TERM, "L₂", "convergence term L₂"),
                            SharpnessProbe.SHARPNESS,
                            Column.of("curvatureBeta1", Column.Role.MEASUREMENT, "λ₁α²", "curvature λ₁α² along β₁"),
                            Column.of(
                                    "alignment",
                                    Column.Role.MEASUREMENT,
                                    "|u·e_β₁|",
                                    "alignment of the top eigenvector with β₁"),
                            GfsProbe.SHARPNESS,
                            Column.of("surrogateLoss", Column.Role.SURROGATE_LOSS, "L̂", "surrogate L̂ of L₂"),
                            Column.of("phase", Column.Role.PHASE, "phase", "phase")
                                    .as(Column.Kind.PHASE),
                            Column.of("clipped", Column.Role.MEASUREMENT, "clipped", "clipping acted")
                                    .as(Column.Kind.FLAG),
                            Column.of("lossPlus", Column.Role.MEASUREMENT, "L₊", "loss L₊ of the examples (√λ₁, √λ₂)"),
                            Column.of(
                                    "lossMinus", Column.Role.MEASUREMENT, "L₋", "loss L₋ of the examples (−√λ₁, √λ₂)")),
                    Column.parts("beta1", "β₁").stream())
            .toList();

    private final MinimalistDescent dynamics;
    private final Minimalist model;
    private final double surrogateAlpha;
    private final Symmetric3 hessian = new Symmetric3();

    /** A probe of runs of {@code dynamics}; it has work space of its own, so one a thread. */
    public MinimalistProbe(MinimalistDescent dynamics) {
        this.dynamics = dynamics;
        this.model = dynamics.model();
        this.surrogateAlpha = Math.sqrt(2 / (dynamics.eta() * model.lambda1()));
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        double[] w = state.parameters();
        double[] memory = state.memory();
        double alpha = w[Minimalist.ALPHA];
        double beta1 = w[Minimalist.BETA1];
        double beta2 = w[Minimalist.BETA2];
        double oscillatory = model.oscillatoryLoss(alpha, beta1);
        double convergence = model.convergenceLoss(alpha, beta2);
        double square = alpha * alpha;
        double curvature = model.lambda1() * square;
        hessian.solve(
                model.hessianAlphaAlpha(beta1, beta2),
                curvature,
                model.lambda2() * square,
                model.hessianAlphaBeta1(alpha, beta1),
                model.hessianAlphaBeta2(alpha, beta2),
                0);
        row[offset] = alpha;
        row[offset + 1] = beta1;
        row[offset + 2] = beta2;
        row[offset + 3] = oscillatory + convergence;
        row[offset + 4] = oscillatory;
        row[offset + 5] = convergence;
        row[offset + 6] = hessian.value();
        row[offset + 7] = curvature;
        row[offset + 8] = Math.abs(hessian.y());
        row[offset + 9] = model.gfsSharpness(alpha, beta1, beta2);
        row[offset + 10] = model.convergenceLoss(surrogateAlpha, beta2);
        row[offset + 11] = phase(state, alpha);
        row[offset + 12] = memory[MinimalistDescent.CLIPPED];
        double opposing = model.opposingLoss(alpha, beta1, beta2);
        row[offset + 13] = oscillatory + convergence + opposing;
        row[offset + 14] = oscillatory + convergence - opposing;
        row[offset + 15] = memory[MinimalistDescent.SIGNIFICAND];
        row[offset + 16] = memory[MinimalistDescent.BLOCKS] * MinimalistDescent.BLOCK_BITS;
    }

    private double phase(State state, double alpha) {
        if (state.memory()[MinimalistDescent.CROSSED] == 0) {
            return 1;
        }
        double next = dynamics.nextAlpha(state);
        return (alpha < 0 ? next < alpha : next > alpha) ? 2 : 3;
    }
}
