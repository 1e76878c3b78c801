package org.eoslab.model.wang;

/** A scalar activation σ with its first three derivatives. */
public enum ScalarActivation {
    /** σ(y) = y. */
    LINEAR("linear") {
        @Override
        double value(double y) {
            return y;
        }

        @Override
        double derivative(int order, double y, double value) {
            return order == 1 ? 1 : 0;
        }

        @Override
        double flowPotential(double y) {
            return y * y;
        }
    },
    /** σ(y) = tanh y. */
    TANH("tanh") {
        @Override
        double value(double y) {
            return Math.tanh(y);
        }

        @Override
        double derivative(int order, double y, double t) {
            double first = (1 - t) * (1 + t);
            return switch (order) {
                case 1 -> first;
                case 2 -> -2 * t * first;
                default -> first * (6 * t * t - 2);
            };
        }

        @Override
        double flowPotential(double y) {
            double s = Math.sinh(y);
            return s * s;
        }
    },
    /**
     * σ(y) = max(0, y). Not differentiable at 0, where σ' is taken as 0, and σ'' as 0 everywhere: a Hessian says nothing of what
     * happens across the kink.
     */
    RELU("relu") {
        @Override
        double value(double y) {
            return y > 0 ? y : 0;
        }

        @Override
        double derivative(int order, double y, double value) {
            return y > 0 ? LINEAR.derivative(order, y, value) : 0;
        }

        @Override
        double flowPotential(double y) {
            return y > 0 ? y * y : Double.NaN;
        }
    },
    /** σ(y) = max(0, y)³: twice continuously differentiable; σ''' jumps at 0, where it is taken as 0. */
    CUBIC_RELU("cubic-relu") {
        @Override
        double value(double y) {
            return y > 0 ? y * y * y : 0;
        }

        @Override
        double derivative(int order, double y, double value) {
            if (!(y > 0)) {
                return 0;
            }
            return switch (order) {
                case 1 -> 3 * y * y;
                case 2 -> 6 * y;
                default -> 6;
            };
        }

        @Override
        double flowPotential(double y) {
            return y > 0 ? y * y / 3 : Double.NaN;
        }
    };

    private final String label;

    ScalarActivation(String label) {
        this.label = label;
    }

    /** The name in files. */
    public String label() {
        return label;
    }

    /** σ(y). */
    abstract double value(double y);

    /**
     * The derivative of an order from 1 to 3 at y.
     *
     * @param value σ(y), which some derivatives are made of
     */
    abstract double derivative(int order, double y, double value);

    /** 2∫σ/σ' from 0 to y; NaN where σ' = 0 and the flow of y stands still. */
    abstract double flowPotential(double y);
}
