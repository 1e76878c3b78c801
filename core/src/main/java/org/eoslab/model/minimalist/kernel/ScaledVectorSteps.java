package org.eoslab.model.minimalist.kernel;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.eoslab.model.minimalist.kernel.VectorStepper.SPECIES;
import static org.eoslab.model.minimalist.kernel.VectorStepper.bits;
import static org.eoslab.model.minimalist.kernel.VectorStepper.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import org.eoslab.model.minimalist.dynamics.ClippingRule;

/** Vector steps under the rules {@code step} and {@code norm}, one vector at a time. */
final class ScaledVectorSteps {
    private ScaledVectorSteps() {}

    /** As {@link VectorStepper}'s loop, for the W lanes from {@code i} on. */
    static int advance(Lanes lanes, int i, int steps, double[] turning, double[] before, long[] happened) {
        boolean byNorm = lanes.rule == ClippingRule.Norm.class;
        DoubleVector lambda1 = load(lanes.lambda1, i);
        DoubleVector lambda2 = load(lanes.lambda2, i);
        DoubleVector eta = load(lanes.eta, i);
        DoubleVector c = load(lanes.clip, i);
        DoubleVector scale = load(lanes.scale, i);
        DoubleVector alpha = load(lanes.alpha, i);
        DoubleVector significand = load(lanes.significand, i);
        DoubleVector beta2 = load(lanes.beta2, i);
        DoubleVector descent = load(lanes.descent, i);
        DoubleVector limit = load(lanes.limit, i);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        int left = steps;
        while (true) {
            DoubleVector curved = lambda1.mul(alpha);
            DoubleVector residual = alpha.mul(beta2).sub(one);
            DoubleVector beta1 = significand.mul(scale);
            DoubleVector gradientAlpha =
                    curved.mul(beta1).mul(beta1).add(lambda2.mul(beta2).mul(residual));
            DoubleVector curvature = curved.mul(alpha);
            DoubleVector gradientBeta2 = lambda2.mul(alpha).mul(residual);
            DoubleVector rate = eta;
            DoubleVector change;
            if (byNorm) {
                rate = eta.mul(factor(gradientAlpha, curvature.mul(beta1), gradientBeta2, c, one));
                change = rate.mul(gradientAlpha);
            } else {
                change = clamped(eta.mul(gradientAlpha), c);
            }
            DoubleVector next = alpha.sub(change);
            beta2 = beta2.sub(rate.mul(gradientBeta2));
            significand = significand.sub(rate.mul(curvature.mul(significand)));
            DoubleVector nextDescent = alpha.sub(next);
            LongVector now = bits(descent).lanewise(XOR, bits(nextDescent)).or(bits(limit.sub(next)));
            left--;
            if (left <= 0 | now.compare(LT, 0).anyTrue()) {
                now.intoArray(happened, 0);
                alpha.intoArray(turning, 0);
                descent.intoArray(before, 0);
                next.intoArray(lanes.alpha, i);
                beta2.intoArray(lanes.beta2, i);
                significand.intoArray(lanes.significand, i);
                nextDescent.intoArray(lanes.descent, i);
                return left;
            }
            alpha = next;
            descent = nextDescent;
        }
    }

    private static DoubleVector factor(
            DoubleVector x, DoubleVector y, DoubleVector z, DoubleVector c, DoubleVector one) {
        DoubleVector norm = x.mul(x).add(y.mul(y)).add(z.mul(z)).sqrt();
        return one.blend(c.div(norm), norm.compare(GT, c));
    }

    private static DoubleVector clamped(DoubleVector change, DoubleVector c) {
        DoubleVector high = change.blend(c, change.compare(GT, c));
        DoubleVector low = c.neg();
        return high.blend(low, high.compare(LT, low));
    }
}
