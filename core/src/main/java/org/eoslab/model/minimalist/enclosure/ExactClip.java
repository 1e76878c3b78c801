package org.eoslab.model.minimalist.enclosure;

import java.math.BigDecimal;
import org.eoslab.model.minimalist.dynamics.ClippingRule;

/** The clipping rules of {@link org.eoslab.model.minimalist.dynamics.ClippingRule} in exact numbers. */
public sealed interface ExactClip {
    /** The rule in doubles, each of which stands for its shortest decimal. */
    static ExactClip of(ClippingRule rule) {
        if (rule instanceof ClippingRule.Floor floor) {
            return new Floor(BigDecimal.valueOf(floor.kappa()));
        }
        if (rule instanceof ClippingRule.Step step) {
            return new Step(BigDecimal.valueOf(step.c()));
        }
        return rule instanceof ClippingRule.Norm norm ? new Norm(BigDecimal.valueOf(norm.c())) : new None();
    }

    /** No clipping. */
    record None() implements ExactClip {}

    /**
     * |α|⁺ = max(|α| − η∂|α|, min(|α|, √(κ/(ηλ₁)))).
     *
     * @param kappa κ, 0 &lt; κ &lt; 2
     */
    record Floor(BigDecimal kappa) implements ExactClip {
        /** Checks 0 &lt; κ &lt; 2. */
        public Floor {
            if (kappa.signum() <= 0 || kappa.compareTo(BigDecimal.valueOf(2)) >= 0) {
                throw new IllegalArgumentException("kappa = " + kappa + ": must satisfy 0 < kappa < 2");
            }
        }
    }

    /**
     * α⁺ = α − clamp(η∂α, −c, c).
     *
     * @param c the largest change of α in a step, positive
     */
    record Step(BigDecimal c) implements ExactClip {
        /** Checks c &gt; 0. */
        public Step {
            positive(c);
        }
    }

    /**
     * θ⁺ = θ − η·∇L·min(1, c/‖∇L‖).
     *
     * @param c the largest gradient norm, positive
     */
    record Norm(BigDecimal c) implements ExactClip {
        /** Checks c &gt; 0. */
        public Norm {
            positive(c);
        }
    }

    private static void positive(BigDecimal c) {
        if (c.signum() <= 0) {
            throw new IllegalArgumentException("c = " + c + ": must be positive");
        }
    }
}
