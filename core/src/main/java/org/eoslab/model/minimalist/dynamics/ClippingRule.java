package org.eoslab.model.minimalist.dynamics;

/** How a gradient step of the minimalist model is held back (Liu et al., section 3; the four rules are ours). */
public sealed interface ClippingRule {
    /**
     * α after the step.
     *
     * @param alpha α before it
     * @param scaledGradient η·∂L/∂α, for {@link Norm} already scaled
     */
    double alpha(double alpha, double scaledGradient);

    /** The factor on the whole step: 1 except for {@link Norm}. */
    default double factor(double gradientNorm) {
        return 1;
    }

    /** Plain gradient descent: α can collapse (appendix F). */
    record None() implements ClippingRule {
        @Override
        public double alpha(double alpha, double scaledGradient) {
            return alpha - scaledGradient;
        }
    }

    /**
     * |α|⁺ = max(|α| − η∂|α|, min(|α|, bound)) with bound = √(κ/(ηλ₁)): |α| never falls below the floor, and is never lifted to it
     * from below. For α &gt; 0 that is α⁺ = max(α − η∂α, min(α, bound)); the mirror image (−α, β₁, −β₂) of a run is a run.
     *
     * @param kappa κ
     * @param bound the floor of |α|, positive
     */
    record Floor(double kappa, double bound) implements ClippingRule {
        /** The floor √(κ/(ηλ₁)) at which β₁ shrinks by |1 − κ| a step. */
        public static Floor of(double kappa, double eta, Minimalist model) {
            return of(kappa, eta, model.lambda1());
        }

        /** The same with the largest variance λ₁. */
        public static Floor of(double kappa, double eta, double lambda1) {
            return new Floor(kappa, Math.sqrt(kappa / (eta * lambda1)));
        }

        @Override
        public double alpha(double alpha, double scaledGradient) {
            double free = alpha - scaledGradient;
            if (alpha > 0) {
                return Math.max(free, Math.min(alpha, bound));
            }
            // At 0 there is nothing to hold.
            return alpha < 0 ? Math.min(free, Math.max(alpha, -bound)) : free;
        }
    }

    /**
     * α⁺ = α − clamp(η∂α, −c, c).
     *
     * @param c the largest change of α in a step, positive
     */
    record Step(double c) implements ClippingRule {
        @Override
        public double alpha(double alpha, double scaledGradient) {
            return alpha - Math.max(-c, Math.min(c, scaledGradient));
        }
    }

    /**
     * θ⁺ = θ − η·∇L·min(1, c/‖∇L‖): gradient clipping as deep learning means it.
     *
     * @param c the largest gradient norm, positive
     */
    record Norm(double c) implements ClippingRule {
        @Override
        public double alpha(double alpha, double scaledGradient) {
            return alpha - scaledGradient;
        }

        @Override
        public double factor(double gradientNorm) {
            return gradientNorm > c ? c / gradientNorm : 1;
        }
    }
}
