package org.eoslab.claim.admissible;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.eoslab.objective.Minimalist;

/**
 * A random admissible start with its model and step size, λ₁ = 1. Sampled in the dimensionless variables by rejection: r and g
 * log-uniform, a uniform in (0, √2], c uniform where ac ≤ ½, b² log-uniform over eight decades below what (S3) allows; kept when
 * (S4) holds too.
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
    private static final double LEAST_G = 1e-4;
    private static final double LEAST_B = 1e-8;

    /** Endless independent starts, the same for the same seed. */
    public static Stream<RandomStart> of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> candidate(random))
                .filter(s -> new AdmissibleSet(s.model, s.eta)
                        .violated(s.alpha, s.beta1, s.beta2)
                        .isEmpty());
    }

    private static RandomStart candidate(SplittableRandom random) {
        double r = logUniform(random, LEAST_R, MOST_R);
        double g = logUniform(random, LEAST_G, AdmissibleSet.MAX_G);
        double a = Math.sqrt(2) * (1 - random.nextDouble());
        double c = AdmissibleSet.MAX_PRODUCT / a * (1 - random.nextDouble());
        double b = Math.sqrt(logUniform(random, LEAST_B, 1) * g * c * (1 - a * c) / a);
        double scale = Math.sqrt(Math.sqrt(g / r)); // √(ηλ₁) with λ₁ = 1
        return new RandomStart(new Minimalist(1, r), scale * scale, a / scale, b / scale, c * scale);
    }

    private static double logUniform(SplittableRandom random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }
}
