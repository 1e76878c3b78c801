package org.eoslab.claim.minimalist;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.eoslab.claim.admissible.AdmissibleSet;
import org.eoslab.dynamics.ClippingRule;
import org.eoslab.dynamics.MinimalistDescent;
import org.eoslab.objective.Minimalist;

/**
 * Random admissible starts, sampled in the dimensionless variables by rejection: r and g log-uniform, a uniform in (0, √2], c
 * uniform where ac ≤ ½, b² log-uniform over eight decades below what (S3) allows; kept when (S4) holds too.
 */
record AdmissibleStarts(MinimalistDescent dynamics, double[] start) {
    static Stream<AdmissibleStarts> of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> candidate(random))
                .filter(s -> new AdmissibleSet(s.dynamics.model(), s.dynamics.eta())
                        .violated(s.start[0], s.start[1], s.start[2])
                        .isEmpty());
    }

    private static AdmissibleStarts candidate(SplittableRandom random) {
        double r = logUniform(random, 1e-4, 0.05);
        double g = logUniform(random, 1e-4, 0.1);
        double a = Math.sqrt(2) * (1 - random.nextDouble());
        double c = 0.5 / a * (1 - random.nextDouble());
        double b = Math.sqrt(logUniform(random, 1e-8, 1) * g * c * (1 - a * c) / a);
        double scale = Math.sqrt(Math.sqrt(g / r)); // √(ηλ₁) with λ₁ = 1
        Minimalist model = new Minimalist(1, r);
        double eta = scale * scale;
        return new AdmissibleStarts(
                new MinimalistDescent(model, eta, ClippingRule.Floor.of(1.81, eta, model)),
                new double[] {a / scale, b / scale, c * scale});
    }

    private static double logUniform(SplittableRandom random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    @Override
    public String toString() {
        return dynamics + " from " + Arrays.toString(start);
    }
}
