package org.eoslab.model.minimalist.kernel;

import org.eoslab.model.minimalist.dynamics.ClippingRule;

/** Steps in plain Java: a loop over the lanes inside a loop over the steps, which the JIT compiler may vectorise. */
final class PlainStepper implements Stepper {
    @Override
    public int width() {
        return 1;
    }

    @Override
    public void advance(Lanes lanes, int steps) {
        double[] descent = new double[lanes.size];
        double[] next = new double[lanes.size];
        for (int t = 0; t < steps; t++) {
            if (lanes.rule == ClippingRule.Norm.class) {
                normStep(lanes, next, descent);
            } else if (lanes.rule == ClippingRule.Step.class) {
                boundedStep(lanes, next, descent);
            } else {
                floorStep(lanes, next, descent);
            }
            for (int i = 0; i < lanes.size; i++) {
                double alphaBefore = lanes.alpha[i];
                double descentBefore = lanes.descent[i];
                lanes.alpha[i] = next[i];
                lanes.descent[i] = descent[i];
                lanes.note(i, alphaBefore, descentBefore, lanes.taken + t + 1);
            }
        }
    }

    private static void floorStep(Lanes lanes, double[] next, double[] descent) {
        for (int i = 0; i < lanes.size; i++) {
            double alpha = lanes.alpha[i];
            double unclipped = alpha - lanes.eta[i] * gradientAlpha(lanes, i);
            double floor = lanes.clip[i] > 0 ? Math.min(alpha, lanes.clip[i]) : Double.NEGATIVE_INFINITY;
            next[i] = Math.max(unclipped, floor);
            descent[i] = alpha - next[i];
            stepBetas(lanes, i, lanes.eta[i]);
        }
    }

    private static void boundedStep(Lanes lanes, double[] next, double[] descent) {
        for (int i = 0; i < lanes.size; i++) {
            double alpha = lanes.alpha[i];
            double c = lanes.clip[i];
            next[i] = alpha - Math.max(-c, Math.min(c, lanes.eta[i] * gradientAlpha(lanes, i)));
            descent[i] = alpha - next[i];
            stepBetas(lanes, i, lanes.eta[i]);
        }
    }

    private static void normStep(Lanes lanes, double[] next, double[] descent) {
        for (int i = 0; i < lanes.size; i++) {
            double alpha = lanes.alpha[i];
            double gradientAlpha = gradientAlpha(lanes, i);
            double gradientBeta1 = lanes.lambda1[i] * alpha * alpha * (lanes.significand[i] * lanes.scale[i]);
            double gradientBeta2 = lanes.lambda2[i] * alpha * (alpha * lanes.beta2[i] - 1);
            double norm = Math.sqrt(
                    gradientAlpha * gradientAlpha + gradientBeta1 * gradientBeta1 + gradientBeta2 * gradientBeta2);
            double rate = norm > lanes.clip[i] ? lanes.eta[i] * (lanes.clip[i] / norm) : lanes.eta[i];
            next[i] = alpha - rate * gradientAlpha;
            descent[i] = alpha - next[i];
            stepBetas(lanes, i, rate);
        }
    }

    private static double gradientAlpha(Lanes lanes, int i) {
        double alpha = lanes.alpha[i];
        double beta1 = lanes.significand[i] * lanes.scale[i];
        double beta2 = lanes.beta2[i];
        return lanes.lambda1[i] * alpha * beta1 * beta1 + lanes.lambda2[i] * beta2 * (alpha * beta2 - 1);
    }

    private static void stepBetas(Lanes lanes, int i, double rate) {
        double alpha = lanes.alpha[i];
        double beta2 = lanes.beta2[i];
        double significand = lanes.significand[i];
        lanes.beta2[i] = beta2 - rate * (lanes.lambda2[i] * alpha * (alpha * beta2 - 1));
        lanes.significand[i] = significand - rate * (lanes.lambda1[i] * alpha * alpha * significand);
    }
}
