package org.eoslab.model.minimalist.certificate;

import java.util.Optional;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Certifier;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;

/**
 * A check at one state that gradient descent on the minimalist model converges to a minimum flatter than 2/η ("ours").
 *
 * <p>With a = α√(ηλ₁), B = ηλ₁β₁², c = β₂/√(ηλ₁), ρ = 1 − ac, r = λ₂/λ₁ and g = η²λ₁λ₂ an unclipped step is exactly
 *
 * <pre>
 * B⁺ = (1 − a²)²B      c⁺ = c + raρ      ρ⁺ = ρ(1 − ra² − gc² + ra²B − gracρ) + acB      a⁺ = a − aB + gcρ
 * </pre>
 *
 * For bounds 0 &lt; a₋ ≤ a ≤ a₊ &lt; √2 let q = max((1 − a₋²)², (1 − a₊²)²), Σ_B = B/(1 − q), c₊ = 1/a₋,
 * m = ra₋² + gc² − ra₊²B and Σ_ρ = (ρ + Σ_B)/m. If m &gt; 0, ρ ≥ 0, a − a₊Σ_B ≥ a₋, a + gc₊Σ_ρ ≤ a₊ and
 * ra₊² + gc₊² + gra₊c₊(ρ + Σ_B) ≤ 1, then by induction a stays in [a₋, a₊] at all later steps, B and ρ fall to 0 geometrically
 * (ρ stays below ρ + Σ_B), and the limit is a minimum (α, 0, 1/α). The bounds must also keep clipping from acting: a₋² above κ
 * for the floor; step and gradient short enough for the other rules.
 *
 * <p>Evaluated in doubles; the intervals of rigorous mode make it a proof.
 *
 * @param dynamics the run's dynamics
 */
public record ConvergenceCertifier(MinimalistDescent dynamics) implements Certifier {
    /**
     * Trials of bounds, each a step of the fixed-point iteration for the narrowest ones. It is monotone, and slow only near the first
     * step at which there is a fixed point at all: 170 trials at that of the paper's figure 1.
     */
    private static final int TRIALS = 1000;

    /** Relative widening of a trial, so that the next one can confirm it; far below the bounds' distance to √2 and √κ. */
    private static final double WIDENING = 0x1p-40;

    @Override
    public Optional<Certificate> find(Trajectory run) {
        Table table = run.table();
        double[] steps = table.column("step");
        double[] alpha = table.column("alpha");
        double[] beta1 = table.column("beta1");
        double[] beta2 = table.column("beta2");
        for (int i = 0; i < steps.length; i++) {
            Optional<Certificate> found = at((long) steps[i], alpha[i], beta1[i], beta2[i]);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The certificate at one state, or empty when it does not hold there. */
    public Optional<Certificate> at(long step, double alpha, double beta1, double beta2) {
        Minimalist model = dynamics.model();
        double scale = Math.sqrt(dynamics.eta() * model.lambda1());
        double a = alpha * scale;
        double b = beta1 * scale;
        double c = beta2 / scale;
        double rho = 1 - alpha * beta2;
        double floor = dynamics.clip() instanceof ClippingRule.Floor f ? f.bound() * scale : 0;
        if (!(a > floor && a * a < 2 && rho >= 0)) {
            return Optional.empty();
        }
        double r = model.lambda2() / model.lambda1();
        double g = dynamics.eta() * dynamics.eta() * model.lambda1() * model.lambda2();
        double low = a;
        double high = a;
        for (int i = 0; i < TRIALS; i++) {
            double cHigh = 1 / low;
            double fromLow = 1 - low * low;
            double fromHigh = 1 - high * high;
            double q = Math.max(fromLow * fromLow, fromHigh * fromHigh);
            double sumB = b * b / (1 - q);
            double rhoHigh = rho + sumB;
            double m = r * low * low + g * c * c - r * high * high * b * b;
            double lowest = a - high * sumB;
            double highest = a + g * cHigh * rhoHigh / m;
            double rate = r * high * high + g * cHigh * cHigh + g * r * high * cHigh * rhoHigh;
            if (!(m > 0 && rate <= 1 && lowest > floor && highest * highest < 2)
                    || clips(high, b, cHigh, rhoHigh, r, g, scale)) {
                return Optional.empty();
            }
            if (lowest >= low && highest <= high) {
                double sharpest = Math.max(highest * highest, r * highest * highest + g / (lowest * lowest));
                return Optional.of(new Certificate(step, lowest * lowest / dynamics.eta(), sharpest / dynamics.eta()));
            }
            low = lowest * (1 - WIDENING);
            high = highest * (1 + WIDENING);
            if (!(low > floor && high * high < 2)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether a rule other than the floor could act at a later step, by bounds on every coordinate of the step. */
    private boolean clips(double high, double b, double cHigh, double rhoHigh, double r, double g, double scale) {
        double stepAlpha = Math.max(high * b * b, g * cHigh * rhoHigh) / scale;
        if (dynamics.clip() instanceof ClippingRule.Step rule) {
            return !(stepAlpha <= rule.c());
        }
        if (dynamics.clip() instanceof ClippingRule.Norm rule) {
            double stepBeta1 = high * high * Math.abs(b) / scale;
            double stepBeta2 = r * high * rhoHigh * scale;
            double square = stepAlpha * stepAlpha + stepBeta1 * stepBeta1 + stepBeta2 * stepBeta2;
            return !(Math.sqrt(square) <= dynamics.eta() * rule.c());
        }
        return false;
    }
}
