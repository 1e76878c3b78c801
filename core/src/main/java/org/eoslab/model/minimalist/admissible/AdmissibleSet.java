package org.eoslab.model.minimalist.admissible;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eoslab.model.minimalist.enclosure.ExactSettings;

/**
 * The initial points that the paper's theorems are about ("ours", in the spirit of the paper's set; {@code docs/model.md} says why
 * each condition is there), decided in exact arithmetic. With r = λ₂/λ₁, g = η²λ₁λ₂ and a = α√(ηλ₁):
 *
 * <ul>
 *   <li>(S1) 0 &lt; α and λ₁α² ≤ 2/η
 *   <li>(S2) β₂ &gt; 0 and αβ₂ ≤ ½
 *   <li>(S3) 0 &lt; λ₁αβ₁² ≤ λ₂β₂(1 − αβ₂): α does not decrease in the first step
 *   <li>(S4) λ₁α∞² &gt; 2/η: gradient flow ends sharper than the threshold, along β₁
 *   <li>(S5) g ≤ 0.1
 *   <li>(S6) rA² + g/min(a², κ) + gr/4 ≤ 1, A² the positive root of A² − (g/r)/A² = max(a² − (g/r)c², 0): then αβ₂ ≤ 1 and a² ≤ A² at
 *       all steps ({@code model.minimalist.theorem}). Without a floor min(a², κ) reads a²
 * </ul>
 *
 * <p>Beside them (S7), λ₁α² ≤ (2 − r)/η, which Theorems 4.3 (before T₁) and 4.4 need, and the flatter subset λ₁α² ≤ κ/η.
 *
 * <p>(S4) implies φ(θ) &gt; 2/η, and nearly always it is the same, since φ = max(λ₁α∞², λ₂(α∞² + α∞⁻²)). Where only the second
 * entry exceeds 2/η (α ≪ β₂), the flow ends sharp in the plane of α and β₂: there αβ₂ overshoots 1 in the first steps, λ₁α² never
 * comes near 2/η, and Lemma 4.2 (iii) and Theorems 4.4 and 5.2 are false.
 *
 * @param start the start with its settings, in exact numbers
 */
public record AdmissibleSet(ExactSettings start) {
    /** The largest αβ₂ of (S2). */
    static final BigDecimal MAX_PRODUCT = new BigDecimal("0.5");

    /** The largest g = η²λ₁λ₂ of (S5). */
    static final BigDecimal MAX_G = new BigDecimal("0.1");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final BigDecimal EIGHT = BigDecimal.valueOf(8);

    /** The conditions (S1) to (S6), in order. */
    public List<Condition> conditions() {
        BigDecimal product = start.alpha().multiply(start.beta2());
        return List.of(
                Condition.positive("S1", "0 < α", start.alpha()),
                scaled("S1", "λ₁α² ≤ 2/η", start.curvature(), TWO),
                Condition.positive("S2", "0 < β₂", start.beta2()),
                Condition.atMost("S2", "αβ₂ ≤ 1/2", MAX_PRODUCT.subtract(product), () -> MAX_PRODUCT),
                Condition.positive("S3", "0 < |β₁|", start.beta1().abs()),
                Condition.atMost(
                        "S3",
                        "λ₁αβ₁² ≤ λ₂β₂(1 − αβ₂)",
                        start.firstChange(),
                        () -> start.lambda2().multiply(start.beta2()).multiply(BigDecimal.ONE.subtract(product))),
                new Condition(
                        "S4",
                        "2/η < λ₁α∞²",
                        start.flowExcess().signum() > 0,
                        () -> Condition.quotient(TWO, start.eta()),
                        this::flowCurvature),
                Condition.atMost("S5", "η²λ₁λ₂ ≤ 0.1", MAX_G.subtract(start.u().multiply(start.v())), () -> MAX_G),
                stays());
    }

    /** The first condition that the start violates, or empty when it is admissible. */
    public Optional<Condition> violated() {
        return conditions().stream().filter(c -> !c.holds()).findFirst();
    }

    /** (S7): λ₁α² ≤ (2 − r)/η. */
    public Condition belowTheLayer() {
        BigDecimal most = TWO.multiply(start.lambda1()).subtract(start.lambda2()); // (2 − r)λ₁
        BigDecimal curvature = start.curvature().multiply(start.lambda1());
        BigDecimal scale = start.eta().multiply(start.lambda1());
        return new Condition(
                "S7",
                "λ₁α² ≤ (2 − λ₂/λ₁)/η",
                curvature.compareTo(most) <= 0,
                () -> Condition.quotient(curvature, scale),
                () -> Condition.quotient(most, scale));
    }

    /** 2 − max(D₀, 0)/r, D = ra² − gc²: where a² exceeds 2, c² exceeds this times r/g. */
    public BigDecimal lackAtThreshold() {
        return TWO.subtract(excess());
    }

    /** (Y): wherever ηλ₁α² exceeds 2, √(2/(ηλ₁))β₂ is at least ½. */
    public Condition late() {
        BigDecimal left = excess().add(start.u().pow(2).divide(EIGHT));
        return new Condition(
                "Y", "max(ηλ₁(α² − β₂²), 0) + (ηλ₁)²/8 ≤ 2", left.compareTo(TWO) <= 0, () -> left, () -> TWO);
    }

    /** The further condition of the flatter subset, λ₁α² ≤ κ/η; empty without a floor. */
    public Optional<Condition> flatter() {
        return start.kappa().map(kappa -> scaled("the flatter subset", "λ₁α² ≤ κ/η", start.curvature(), kappa));
    }

    /**
     * (S6) as polynomials. With v = ηλ₂, h = v·max(α² − β₂², 0) and Y = rA², Y − v²/Y = h. With M = min(ηλ₁α², κ) and
     * E = M − uv − Mv²/4, that is M times 1 less the other terms, Y ≤ E/M exactly when E &gt; 0 and E² − v²M² ≥ hEM.
     */
    public Condition stays() {
        BigDecimal v = start.v();
        BigDecimal bound = lowest();
        BigDecimal rest = bound.subtract(start.u().multiply(v))
                .subtract(bound.multiply(v.pow(2)).divide(FOUR));
        BigDecimal slack = rest.pow(2)
                .subtract(v.multiply(bound).pow(2))
                .subtract(drive().multiply(rest).multiply(bound));
        return new Condition(
                "S6",
                start.kappa().isPresent() ? "rA² + g/min(ηλ₁α², κ) + gr/4 ≤ 1" : "rA² + g/(ηλ₁α²) + gr/4 ≤ 1",
                bound.signum() > 0 && rest.signum() > 0 && slack.signum() >= 0,
                () -> bound.signum() <= 0 ? TWO : stiffness(bound, v),
                () -> BigDecimal.ONE);
    }

    private BigDecimal stiffness(BigDecimal bound, BigDecimal v) {
        return largestCurvature()
                .multiply(Condition.quotient(start.lambda2(), start.lambda1()))
                .add(Condition.quotient(start.u().multiply(v), bound))
                .add(v.pow(2).divide(FOUR));
    }

    /** A², the bound of ηλ₁α² at all steps, to forty digits: A² − u²/A² = u·max(α² − β₂², 0). */
    public BigDecimal largestCurvature() {
        BigDecimal h = excess();
        return h.add(Condition.root(h.pow(2).add(FOUR.multiply(start.u().pow(2)))))
                .divide(TWO);
    }

    /** Whether A² ≤ 2, exactly: u·max(α² − β₂², 0) ≤ 2 − u²/2. */
    public boolean staysBelow() {
        return TWO.multiply(excess()).compareTo(FOUR.subtract(start.u().pow(2))) <= 0;
    }

    /** min(ηλ₁α², κ): ηλ₁α² is never below it. */
    public BigDecimal lowest() {
        return start.kappa().map(start.curvature()::min).orElse(start.curvature());
    }

    /** max(D₀, 0)/r = u·max(α² − β₂², 0). */
    private BigDecimal excess() {
        return start.u().multiply(lead());
    }

    /** max(D₀, 0), D = ra² − gc² = v(α² − β₂²). */
    private BigDecimal drive() {
        return start.v().multiply(lead());
    }

    /** max(α² − β₂², 0). */
    private BigDecimal lead() {
        return start.alpha().pow(2).subtract(start.beta2().pow(2)).max(BigDecimal.ZERO);
    }

    /** λ₁α∞², the curvature along β₁ where gradient flow ends. */
    private BigDecimal flowCurvature() {
        BigDecimal invariant = start.alpha()
                .pow(2)
                .subtract(start.beta1().pow(2))
                .subtract(start.beta2().pow(2));
        BigDecimal root = Condition.root(invariant.pow(2).add(FOUR));
        BigDecimal square = invariant.signum() >= 0
                ? invariant.add(root).divide(TWO)
                : Condition.quotient(TWO, root.subtract(invariant));
        return start.lambda1().multiply(square);
    }

    /** η·left ≤ most, shown as left ≤ most/η. */
    private Condition scaled(String id, String statement, BigDecimal left, BigDecimal most) {
        return new Condition(
                id,
                statement,
                left.compareTo(most) <= 0,
                () -> Condition.quotient(left, start.eta()),
                () -> Condition.quotient(most, start.eta()));
    }
}
