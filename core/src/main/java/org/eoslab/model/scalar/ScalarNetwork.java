package org.eoslab.model.scalar;

import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.SharpnessEstimate;
import org.eoslab.objective.SmoothObjective;

/**
 * The scalar network: L(w) = ½(w₁w₂⋯w_D − t)², a linear network of width one on one example.
 *
 * <p>D = 4, t = 1 is the model of Zhu et al. (2022), any D that of Kreisler et al. (2023), D = 2 the matrix factorisation
 * of Chen and Bruna (2023). On the slice w = (x, y, x, y) gradient descent is x⁺ = x + η(1 − x²y²)xy²,
 * y⁺ = y + η(1 − x²y²)x²y, and stays there bit for bit; at a minimum of the slice S = 2(x² + y²).
 *
 * <p>With p = ∏wᵢ and r = p − t: ∇L = r∇p, ∇²L = ∇p∇pᵀ + r∇²p. Every derivative of p is a coefficient of
 * ∏(wᵢ + εuᵢ + δvᵢ) with a factor left out, that is a prefix product times a suffix product: O(D), no division, so
 * weights may be 0.
 *
 * @param depth the number D of weights, at least 1
 * @param target t, positive and finite
 */
public record ScalarNetwork(int depth, double target) implements SmoothObjective, SharpnessEstimate {
    /** Newton's method below converges quadratically from a convex bound; it needs about six steps. */
    private static final int NEWTON_STEPS = 100;

    /** The least c/p² at which the sharpness is estimated: below, its root is close to a pole. */
    private static final double LEAST = 0x1p-3;

    /** The relative size of the last step of Newton's method, which squares it: the curvature over the slope is below 1/LEAST. */
    private static final double LAST_STEP = 0x1p-26;

    /** Weights and targets between it and its reciprocal have squares of full precision. */
    private static final double EXTREME = 1e150;

    /** Checks D ≥ 1 and 0 &lt; t &lt; ∞. */
    public ScalarNetwork {
        if (depth < 1) {
            throw new IllegalArgumentException("depth = " + depth + ": must be at least 1");
        }
        if (!(target > 0 && target < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("target = " + target + ": must be positive and finite");
        }
    }

    @Override
    public int dimension() {
        return depth;
    }

    /** The network's output p = ∏wᵢ. */
    public double product(double[] w) {
        double p = 1;
        for (double factor : w) {
            p *= factor;
        }
        return p;
    }

    @Override
    public double value(double[] w) {
        double r = product(w) - target;
        return 0.5 * r * r;
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        double p = 1;
        for (int k = 0; k < depth; k++) {
            gradient[k] = p;
            p *= w[k];
        }
        double r = p - target;
        double suffix = 1;
        for (int k = depth - 1; k >= 0; k--) {
            gradient[k] = r * (gradient[k] * suffix);
            suffix *= w[k];
        }
        return 0.5 * r * r;
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        return new Hessian(w.clone(), target);
    }

    /**
     * With q = pr and c = p² + q the Hessian is (c·uuᵀ − q·diag(u²)), uᵢ = 1/wᵢ: diagonal and rank one. For c &gt; 0 its largest
     * eigenvalue is where the harmonic sum 1/Σ1/(λwᵢ² + q), concave in λ, is c; it is no less than the largest diagonal entry,
     * p²/min wᵢ². Newton's method rises to it from there, or from {@code near}.
     */
    @Override
    public double sharpness(double[] w, double near) {
        double p = product(w);
        double q = p * (p - target);
        double c = p * p + q;
        double smallest = Double.POSITIVE_INFINITY;
        for (double weight : w) {
            smallest = Math.min(smallest, weight * weight);
        }
        double lowest = p * p / smallest;
        if (!(c > LEAST * p * p && q < SPREAD * p * p)) {
            return Double.NaN;
        }
        double lambda = near > lowest ? near : lowest;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double sum = 0;
            double slope = 0;
            for (double weight : w) {
                double square = weight * weight;
                double inverse = 1 / (lambda * square + q);
                sum += inverse;
                slope += square * inverse * inverse;
            }
            double next = Math.max(lowest, lambda + (c * sum - 1) * sum / slope);
            if (Math.abs(next - lambda) <= LAST_STEP * next) {
                return next;
            }
            lambda = next;
        }
        return Double.NaN;
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        double[] one = new double[depth];
        double[] eps = new double[depth];
        double[] delta = new double[depth];
        double[] both = new double[depth];
        double p = 1;
        double pu = 0;
        double pv = 0;
        double puv = 0;
        for (int k = 0; k < depth; k++) {
            one[k] = p;
            eps[k] = pu;
            delta[k] = pv;
            both[k] = puv;
            puv = puv * w[k] + pu * v[k] + pv * u[k];
            pv = pv * w[k] + p * v[k];
            pu = pu * w[k] + p * u[k];
            p *= w[k];
        }
        double r = p - target;
        double s = 1;
        double su = 0;
        double sv = 0;
        double suv = 0;
        for (int k = depth - 1; k >= 0; k--) {
            double pk = one[k] * s;
            double pku = one[k] * su + eps[k] * s;
            double pkv = one[k] * sv + delta[k] * s;
            double pkuv = one[k] * suv + eps[k] * sv + delta[k] * su + both[k] * s;
            result[k] = pu * pkv + pv * pku + puv * pk + r * pkuv;
            suv = suv * w[k] + su * v[k] + sv * u[k];
            sv = sv * w[k] + s * v[k];
            su = su * w[k] + s * u[k];
            s *= w[k];
        }
    }

    /**
     * The GFS sharpness: S at the minimum where gradient flow from {@code w} ends (Kreisler et al. 2023). The flow conserves
     * wᵢ² − wⱼ², so it ends at wᵢ*² = wᵢ² + s with ∏(wᵢ² + s) = t², and there S = t²Σ1/wᵢ*².
     *
     * <p>The root is found in λ = ln(s + min wᵢ²), where the sum of the logarithms is convex and increasing: Newton's method
     * from a point right of the root falls to it.
     *
     * @return NaN where the flow ends in a saddle: p ≤ 0 and two weights share the smallest magnitude
     */
    public double gfsSharpness(double[] w) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        double sign = 1;
        int ties = 0;
        for (double weight : w) {
            double size = Math.abs(weight);
            ties = size < smallest ? 1 : size == smallest ? ties + 1 : ties;
            smallest = Math.min(smallest, size);
            largest = Math.max(largest, size);
            sign *= Math.signum(weight);
        }
        if (ties > 1 && !(sign > 0)) {
            return Double.NaN;
        }
        boolean ordinary = (smallest == 0 || smallest > 1 / EXTREME)
                && largest < EXTREME
                && target > 1 / EXTREME
                && target < EXTREME;
        double plain = ordinary ? gfsSharpness(w, smallest * smallest) : Double.NaN;
        return plain < Double.POSITIVE_INFINITY ? plain : logGfsSharpness(w, smallest);
    }

    /** The same with squares as they are, or NaN where they are of no use. */
    private double gfsSharpness(double[] w, double smallest) {
        double goal = 2 * Math.log(target);
        double lambda = goal / depth;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double shift = Math.exp(lambda);
            double excess = -goal;
            double slope = 0;
            for (double weight : w) {
                double factor = weight * weight - smallest + shift;
                excess += Math.log(factor);
                slope += shift / factor;
            }
            double next = lambda - excess / slope;
            if (!(next < lambda)) {
                break;
            }
            lambda = next;
        }
        double shift = Math.exp(lambda);
        if (!(shift >= Double.MIN_NORMAL)) {
            return Double.NaN;
        }
        double sum = 0;
        for (double weight : w) {
            sum += 1 / (weight * weight - smallest + shift);
        }
        return target * target * sum;
    }

    /** The same where squares overflow or vanish, by the logarithms of wᵢ² − min w² and of its sum with e^λ. */
    private double logGfsSharpness(double[] w, double smallest) {
        double[] logs = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            double size = Math.abs(w[i]);
            logs[i] = Math.log(size - smallest) + Math.log(0.5 * size + 0.5 * smallest) + Math.log(2);
        }
        double goal = 2 * Math.log(target);
        double lambda = goal / depth;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double excess = -goal;
            double slope = 0;
            for (double log : logs) {
                excess += logOfSum(log, lambda);
                slope += 1 / (1 + Math.exp(log - lambda));
            }
            double next = lambda - excess / slope;
            if (!(next < lambda)) {
                break;
            }
            lambda = next;
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(goal - logOfSum(log, lambda));
        }
        return sum;
    }

    /** ln(eᵃ + eᵇ), b finite. */
    private static double logOfSum(double a, double b) {
        return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
    }

    /** ∇p∇pᵀ + r∇²p at fixed weights, from their prefix and suffix products. */
    private static final class Hessian implements SymmetricOperator {
        private final double[] w;
        private final double[] prefix;
        private final double[] suffix;
        private final double r;

        Hessian(double[] w, double target) {
            this.w = w;
            this.prefix = new double[w.length];
            this.suffix = new double[w.length];
            double p = 1;
            for (int k = 0; k < w.length; k++) {
                prefix[k] = p;
                p *= w[k];
            }
            double s = 1;
            for (int k = w.length - 1; k >= 0; k--) {
                suffix[k] = s;
                s *= w[k];
            }
            this.r = p - target;
        }

        @Override
        public int dimension() {
            return w.length;
        }

        @Override
        public void apply(double[] u, double[] result) {
            double slope = 0;
            for (int k = 0; k < w.length; k++) {
                result[k] = slope;
                slope = slope * w[k] + prefix[k] * u[k];
            }
            double su = 0;
            for (int k = w.length - 1; k >= 0; k--) {
                double others = prefix[k] * suffix[k];
                result[k] = slope * others + r * (prefix[k] * su + result[k] * suffix[k]);
                su = su * w[k] + suffix[k] * u[k];
            }
        }
    }
}
