package org.eoslab.claim.admissible;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eoslab.objective.Minimalist;

/**
 * The initial points that the theorems are about ("ours", in the spirit of the paper's set):
 *
 * <ul>
 *   <li>(S1) 0 &lt; α and λ₁α² ≤ 2/η
 *   <li>(S2) β₂ &gt; 0 and αβ₂ ≤ ½
 *   <li>(S3) 0 &lt; λ₁αβ₁² ≤ λ₂β₂(1 − αβ₂): α does not decrease in the first step
 *   <li>(S4) λ₁α∞² &gt; 2/η: gradient flow ends sharper than the threshold, along β₁
 *   <li>(S5) g = η²λ₁λ₂ ≤ 0.1
 * </ul>
 *
 * <p>(S4) implies φ(θ) &gt; 2/η, and nearly always it is the same, since φ = max(λ₁α∞², λ₂(α∞² + α∞⁻²)). Where only the second
 * entry exceeds 2/η (α ≪ β₂), the flow ends sharp in the plane of α and β₂: there αβ₂ overshoots 1 in the first steps, λ₁α² never
 * comes near 2/η, and Lemma 4.2 (iii) and Theorems 4.4 and 5.2 are false. Of random starts with φ(θ) &gt; 2/η alone, all those that
 * break a claim are of this kind.
 *
 * @param model the loss
 * @param eta step size η, positive
 */
public record AdmissibleSet(Minimalist model, double eta) {
    /** The largest αβ₂ of (S2). */
    public static final double MAX_PRODUCT = 0.5;

    /** The largest g = η²λ₁λ₂ of (S5). */
    public static final double MAX_G = 0.1;

    /** All conditions on a start, (S1) to (S5) in order. */
    public List<Condition> conditions(double alpha, double beta1, double beta2) {
        return Stream.concat(forEveryEta(model, alpha, beta1, beta2).stream(), forThisEta(alpha, beta1, beta2).stream())
                .sorted(Comparator.comparing(Condition::id))
                .toList();
    }

    /** Those conditions that do not depend on η. */
    static List<Condition> forEveryEta(Minimalist model, double alpha, double beta1, double beta2) {
        double product = alpha * beta2;
        return List.of(
                positive("S1", "0 < α", alpha),
                positive("S2", "0 < β₂", beta2),
                atMost("S2", "αβ₂ ≤ 1/2", product, MAX_PRODUCT),
                positive("S3", "0 < |β₁|", Math.abs(beta1)),
                atMost(
                        "S3",
                        "λ₁αβ₁² ≤ λ₂β₂(1 − αβ₂)",
                        model.lambda1() * alpha * beta1 * beta1,
                        model.lambda2() * beta2 * (1 - product)));
    }

    private List<Condition> forThisEta(double alpha, double beta1, double beta2) {
        return List.of(
                atMost("S1", "λ₁α² ≤ 2/η", model.lambda1() * alpha * alpha, 2 / eta),
                new Condition("S4", "2/η < λ₁α∞²", 2 / eta, flowCurvature(model, alpha, beta1, beta2), true),
                atMost("S5", "η²λ₁λ₂ ≤ 0.1", eta * eta * model.lambda1() * model.lambda2(), MAX_G));
    }

    /** The first condition that a start violates, or empty when it is admissible. */
    public Optional<Condition> violated(double alpha, double beta1, double beta2) {
        return conditions(alpha, beta1, beta2).stream().filter(c -> !c.holds()).findFirst();
    }

    /** The further condition of the flatter subset: λ₁α² ≤ κ/η. */
    public Condition flatter(double alpha, double kappa) {
        return atMost("the flatter subset", "λ₁α² ≤ κ/η", model.lambda1() * alpha * alpha, kappa / eta);
    }

    /** λ₁α∞², the curvature along β₁ where gradient flow ends. */
    static double flowCurvature(Minimalist model, double alpha, double beta1, double beta2) {
        double invariant = (alpha - beta2) * (alpha + beta2) - beta1 * beta1;
        return model.lambda1() * Minimalist.solutionAlphaSquared(invariant);
    }

    private static Condition positive(String id, String statement, double value) {
        return new Condition(id, statement, 0, value, true);
    }

    private static Condition atMost(String id, String statement, double left, double right) {
        return new Condition(id, statement, left, right, false);
    }
}
