package org.eoslab.model.minimalist.admissible;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eoslab.model.minimalist.enclosure.ExactSettings;

/**
 * The learning rates for which an initial point is admissible, (low, high] (Proposition C.1; the set is {@link AdmissibleSet}'s):
 * low = 2/(λ₁α∞²) by (S4), high the least of 2/(λ₁α²) by (S1), √(0.1/(λ₁λ₂)) by (S5) and what (S6) allows, which is monotone in η:
 * with p = λ₂α∞₀², α∞₀² = α∞² at β₁ = 0 (at least 1), the roots of (p + λ₂/α²)η + (λ₂²/4)η² = 1 and of
 * pη + (λ₁λ₂/κ + λ₂²/4)η² = 1. Gradient descent with any of them reaches the edge of stability.
 *
 * @param low itself outside; rounded down
 * @param high itself inside; rounded down
 * @param limitedBy the condition that sets {@code high}
 * @param whyEmpty why there is no such learning rate; empty when there is
 */
public record EosWindow(double low, double high, String limitedBy, String whyEmpty) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    private record Limit(String condition, BigDecimal eta) {}

    /** The window of a start; its own η does not matter. */
    public static EosWindow of(ExactSettings start) {
        ExactSettings unit = start.at(BigDecimal.ONE);
        // At η = 1, ηλ₁α∞² is λ₁α∞² itself.
        List<Condition> conditions = new AdmissibleSet(unit).conditions();
        Optional<Condition> violated =
                conditions.stream().filter(c -> !dependsOnEta(c) && !c.holds()).findFirst();
        BigDecimal flow = conditions.stream()
                .filter(c -> c.id().equals("S4"))
                .findFirst()
                .orElseThrow()
                .right()
                .get();
        BigDecimal low = Condition.quotient(TWO, flow);
        Limit limit = limits(unit).stream()
                .reduce((x, y) -> y.eta.compareTo(x.eta) < 0 ? y : x)
                .orElseThrow();
        double high = down(limit.eta);
        if (violated.isPresent()) {
            return new EosWindow(
                    down(low), high, limit.condition, violated.get().violation());
        }
        String whyEmpty = low.compareTo(limit.eta) < 0 && high > down(low)
                ? ""
                : "gradient flow ends sharper than 2/η only for η > " + down(low) + ", and " + limit.condition
                        + " allows η ≤ " + high;
        return new EosWindow(down(low), high, limit.condition, whyEmpty);
    }

    private static boolean dependsOnEta(Condition c) {
        return c.id().equals("S4")
                || c.id().equals("S5")
                || c.id().equals("S6")
                || c.statement().contains("η");
    }

    private static List<Limit> limits(ExactSettings unit) {
        BigDecimal lambda2 = unit.lambda2();
        BigDecimal product = unit.lambda1().multiply(lambda2);
        BigDecimal p = Condition.quotient(lambda2, unit.lambda1()).multiply(new AdmissibleSet(unit).largestCurvature());
        BigDecimal quarter = lambda2.pow(2).divide(FOUR);
        Limit slow = new Limit("S5: η²λ₁λ₂ ≤ 0.1", Condition.root(Condition.quotient(AdmissibleSet.MAX_G, product)));
        if (unit.alpha().signum() == 0) {
            return List.of(slow);
        }
        String stays = new AdmissibleSet(unit).stays().statement();
        Limit start = new Limit(
                "S6: " + stays,
                root(p.add(Condition.quotient(lambda2, unit.alpha().pow(2))), quarter));
        return List.of(
                new Limit("S1: λ₁α² ≤ 2/η", Condition.quotient(TWO, unit.curvature())),
                slow,
                start,
                unit.kappa()
                        .map(kappa -> new Limit(
                                start.condition,
                                root(p, Condition.quotient(product, kappa).add(quarter))))
                        .orElse(start));
    }

    /** The positive root of px + qx² = 1. */
    private static BigDecimal root(BigDecimal p, BigDecimal q) {
        return Condition.quotient(TWO, p.add(Condition.root(p.pow(2).add(FOUR.multiply(q)))));
    }

    /** The largest double whose shortest decimal is at most {@code value}. */
    private static double down(BigDecimal value) {
        double x = Math.min(value.doubleValue(), Double.MAX_VALUE);
        while (BigDecimal.valueOf(x).compareTo(value) > 0) {
            x = Math.nextDown(x);
        }
        return x;
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
