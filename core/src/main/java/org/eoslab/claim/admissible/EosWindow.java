package org.eoslab.claim.admissible;

import java.util.Locale;
import java.util.Optional;
import org.eoslab.objective.Minimalist;

/**
 * The learning rates for which an initial point is admissible, (low, high] = (2/(λ₁α∞²), min(2/(λ₁α²), √(0.1/(λ₁λ₂)))]
 * (Proposition C.1; the set is {@link AdmissibleSet}'s). Gradient descent with any of them reaches the edge of stability.
 *
 * @param low 2/(λ₁α∞²), which is 2/φ(θ) where gradient flow ends sharpest along β₁; itself outside
 * @param high the largest, itself inside
 * @param limitedBy the condition that sets {@code high}: (S1) or (S5)
 * @param whyEmpty why there is no such learning rate; empty when there is
 */
public record EosWindow(double low, double high, String limitedBy, String whyEmpty) {
    /**
     * The window of a start.
     *
     * @throws IllegalArgumentException unless 0 &lt; λ₂ &lt; λ₁ &lt; ∞
     */
    public static EosWindow of(double lambda1, double lambda2, double alpha, double beta1, double beta2) {
        Minimalist model = new Minimalist(lambda1, lambda2);
        double low = 2 / AdmissibleSet.flowCurvature(model, alpha, beta1, beta2);
        double stable = 2 / (lambda1 * alpha * alpha);
        double slow = Math.sqrt(AdmissibleSet.MAX_G / (lambda1 * lambda2));
        double high = Math.min(stable, slow);
        String limitedBy = stable <= slow ? "S1: λ₁α² ≤ 2/η" : "S5: η²λ₁λ₂ ≤ 0.1";
        Optional<Condition> violated = AdmissibleSet.forEveryEta(model, alpha, beta1, beta2).stream()
                .filter(c -> !c.holds())
                .findFirst();
        String whyEmpty = violated.map(Condition::violation)
                .orElseGet(() -> low < high
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "gradient flow ends sharper than 2/η only for η > %.6g, and %s allows η ≤ %.6g",
                                low,
                                limitedBy,
                                high));
        return new EosWindow(low, high, limitedBy, whyEmpty);
    }

    /** Whether no learning rate brings the start to the edge of stability. */
    public boolean isEmpty() {
        return !whyEmpty.isEmpty();
    }

    /** Whether {@code eta} lies in it. */
    public boolean contains(double eta) {
        return !isEmpty() && low < eta && eta <= high;
    }
}
