package org.eoslab.objective;

/** A loss whose sharpness can be had quickly, not to the last bit. */
public interface SharpnessEstimate extends Objective {
    /** The largest |estimate − λ|/λ there can be. */
    double ERROR = 0x1p-40;

    /**
     * The sharpness λ at {@code w} to within {@link #ERROR}·λ; NaN where there is no such estimate, and always where another
     * eigenvalue of the Hessian is more than {@link #SPREAD} times as large.
     *
     * @param w the parameters, not modified
     * @param near the estimate at parameters nearby, or NaN: where to start, of no influence beyond the error
     */
    double sharpness(double[] w, double near);

    /** The largest ‖∇²L‖/λ at which there is an estimate. */
    double SPREAD = 16;

    /**
     * The larger eigenvalue of [[a, b], [b, c]] by the quadratic formula, as an estimate.
     *
     * @param size the sum of the magnitudes of the terms that a, b and c are sums of
     */
    static double ofTwo(double a, double b, double c, double size) {
        double half = 0.5 * (a - c);
        double value = 0.5 * (a + c) + Math.sqrt(half * half + b * b);
        return size <= SPREAD * value ? value : Double.NaN;
    }
}
