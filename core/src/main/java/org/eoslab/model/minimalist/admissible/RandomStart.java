package org.eoslab.model.minimalist.admissible;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.enclosure.ExactSettings;

/**
 * A random admissible start with its model and step size, λ₁ = 1, for the floor κ = 1.81. Sampled in the dimensionless variables by
 * rejection: r and g log-uniform, a uniform in (0, √2], c uniform where ac ≤ ½, b² log-uniform over eight decades below what (S3)
 * allows; kept when the other conditions hold too.
 *
 * @param model the loss
 * @param eta step size η
 * @param alpha α at step 0
 * @param beta1 β₁ at step 0
 * @param beta2 β₂ at step 0
 */
public record RandomStart(Minimalist model, double eta, double alpha, double beta1, double beta2) {
    private static final double LEAST_R = 1e-4;
    private static final double MOST_R = 0.05;
    private static final double BOUND_OF_R = 0.5;
    private static final double LEAST_G = 1e-4;
    private static final double LEAST_B = 1e-8;
    private static final double TINY_B = 1e-300;
    private static final double KAPPA = 1.81;

    /** Endless independent starts, the same for the same seed, r up to 0.05: the runs of interest. */
    public static Stream<RandomStart> of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return admissible(() -> candidate(random, MOST_R, LEAST_B));
    }

    /** The same with r up to ½, which (S6) does not allow, and one b² in four down to 1e-300 of what (S3) allows. */
    public static Stream<RandomStart> upToTheBound(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return admissible(() -> candidate(random, BOUND_OF_R, random.nextInt(4) == 0 ? TINY_B : LEAST_B));
    }

    private static Stream<RandomStart> admissible(Supplier<RandomStart> candidates) {
        return Stream.generate(candidates)
                .filter(RandomStart::isNearlySharp)
                .filter(s -> new AdmissibleSet(s.settings()).violated().isEmpty());
    }

    /** (S4) but for rounding, to spare most others the exact decision. */
    private boolean isNearlySharp() {
        return eta * model.gfsSharpness(alpha, beta1, beta2) > 2 - 1e-9;
    }

    /** Gradient descent with the floor. */
    public MinimalistDescent dynamics() {
        return new MinimalistDescent(model, eta, ClippingRule.Floor.of(KAPPA, eta, model));
    }

    /** The start with the settings of {@link #dynamics}, exactly. */
    public ExactSettings settings() {
        return ExactSettings.of(dynamics(), alpha, BigDecimal.valueOf(beta1), beta2);
    }

    /** (α, β₁, β₂). */
    public double[] parameters() {
        return new double[] {alpha, beta1, beta2};
    }

    private static RandomStart candidate(SplittableRandom random, double mostR, double leastB) {
        double r = logUniform(random, LEAST_R, mostR);
        double g = logUniform(random, LEAST_G, AdmissibleSet.MAX_G.doubleValue());
        double a = Math.sqrt(2) * (1 - random.nextDouble());
        double c = AdmissibleSet.MAX_PRODUCT.doubleValue() / a * (1 - random.nextDouble());
        double b = Math.sqrt(logUniform(random, leastB, 1) * g * c * (1 - a * c) / a);
        double scale = Math.sqrt(Math.sqrt(g / r)); // √(ηλ₁) with λ₁ = 1
        return new RandomStart(new Minimalist(1, r), scale * scale, a / scale, b / scale, c * scale);
    }

    private static double logUniform(SplittableRandom random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }
}
