package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eoslab.claim.Finding;
import org.eoslab.claim.OutputNormClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.Momentum;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;
import org.junit.jupiter.api.Test;

/** On two linear layers, against the weights themselves and the gradient's formula. */
class OutputNormTest implements ProbeContract {
    private static final TwoLayers NETWORK = new TwoLayers();
    private static final double ROUNDING = 1e-13;
    private static final double ETA = 0.4;

    @Override
    public Probe probe() {
        return new OutputNorm(NETWORK, SharpnessProbe.of(dynamics()));
    }

    @Override
    public Dynamics dynamics() {
        return new GradientDescent(NETWORK, ETA);
    }

    @Override
    public double[] start() {
        return TwoLayers.start(2);
    }

    private Trajectory run(Dynamics dynamics) {
        return new Simulation(
                        dynamics,
                        List.of(
                                ParametersProbe.named(
                                        List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l")),
                                new LossProbe(NETWORK),
                                SharpnessProbe.of(dynamics),
                                new OutputNorm(NETWORK, SharpnessProbe.of(dynamics))))
                .run(start(), 60);
    }

    /** Under ½‖A − W₂W₁‖² ⟨W₂, ∂L/∂W₂⟩ = ⟨D, F⟩ of outputs F = W₂W₁ and residuals D = F − A, and the phases are of the signs. */
    @Test
    void isTheNormOfTheLastLayer() {
        Table table = run(dynamics()).table();
        for (int t = 0; t < 60; t++) {
            double norm = 0;
            double after = 0;
            for (int i = 0; i < 6; i++) {
                String name = List.of("g", "h", "i", "j", "k", "l").get(i);
                norm += Math.pow(table.get(name, t), 2);
                after += Math.pow(table.get(name, t + 1), 2);
            }
            assertThat(table.get("outputNorm", t)).isCloseTo(norm, within(ROUNDING));
            assertThat(table.get("outputNormChange", t)).isCloseTo(after - norm, within(ROUNDING));
            assertThat(table.get("outputNormPredicted", t)).isCloseTo(after - norm, within(ROUNDING));
            boolean above = table.get("sharpness", t) > 2 / ETA;
            int phase = after > norm ? above ? 2 : 1 : above ? 3 : 4;
            assertThat(table.get("outputPhase", t)).isEqualTo(phase);
        }
    }

    @Test
    void theClaimIsAboutTheIdentityAndTheShareOfTheSteps() {
        Trajectory descent = run(dynamics());
        Finding finding = OutputNormClaim.of().check(descent);
        Table table = descent.table();
        int together = 0;
        for (int t = 0; t < 60; t++) {
            double sharpened = table.get("sharpness", t + 1) - table.get("sharpness", t);
            together += sharpened * (table.get("outputNorm", t + 1) - table.get("outputNorm", t)) > 0 ? 1 : 0;
        }
        assertThat(finding.margin()).isCloseTo(together / 60.0 - 0.5, within(0.02));
        assertThat(finding.verdict()).isEqualTo(finding.margin() > 0 ? Verdict.HOLDS : Verdict.FAILS);
        Finding other = OutputNormClaim.of().check(run(Momentum.polyak(NETWORK, StepSize.constant(0.1), 0.9)));
        assertThat(other.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(other.margin()).isNegative();
    }
}
