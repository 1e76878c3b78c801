package org.eoslab.dynamics;

/** The step size η as a function of the steps taken. */
public sealed interface Schedule {
    /** η of the step that follows {@code step} steps, positive. */
    double eta(long step);

    /**
     * Always the same.
     *
     * @param eta η, positive and finite
     */
    record Constant(double eta) implements Schedule {
        /** Checks 0 &lt; η &lt; ∞. */
        public Constant {
            StepSize.check(eta);
        }

        @Override
        public double eta(long step) {
            return eta;
        }
    }

    /**
     * η·(t + 1)/T for the first T steps, η from then on.
     *
     * @param eta the final η, positive and finite
     * @param steps T, at least 1
     */
    record Warmup(double eta, long steps) implements Schedule {
        /** Checks the ranges. */
        public Warmup {
            StepSize.check(eta);
            atLeastOne(steps);
        }

        @Override
        public double eta(long step) {
            return step < steps ? eta * (step + 1) / steps : eta;
        }
    }

    /**
     * η·factor^⌊t/T⌋.
     *
     * @param eta the first η, positive and finite
     * @param factor from one stage to the next, in (0, 1]
     * @param steps T of each stage, at least 1
     */
    record StepDecay(double eta, double factor, long steps) implements Schedule {
        /** Checks the ranges. */
        public StepDecay {
            StepSize.check(eta);
            atLeastOne(steps);
            if (!(factor > 0 && factor <= 1)) {
                throw new IllegalArgumentException("factor = " + factor + ": must be in (0, 1]");
            }
        }

        @Override
        public double eta(long step) {
            return eta * Math.pow(factor, step / steps);
        }
    }

    /**
     * η·½(1 + cos πt/T) for t &lt; T, which stays positive; then its last value (Loshchilov &amp; Hutter, <i>SGDR</i>, without restarts).
     *
     * @param eta the first η, positive and finite
     * @param steps T, at least 1
     */
    record Cosine(double eta, long steps) implements Schedule {
        /** Checks the ranges. */
        public Cosine {
            StepSize.check(eta);
            atLeastOne(steps);
        }

        @Override
        public double eta(long step) {
            double t = Math.min(step, steps - 1);
            return eta * 0.5 * (1 + Math.cos(Math.PI * t / steps));
        }
    }

    private static void atLeastOne(long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps = " + steps + ": must be at least 1");
        }
    }
}
