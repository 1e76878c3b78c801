package org.eoslab.run.ending;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Affine;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Objective;

/**
 * Whether a loss of many parameters is at a critical point: its gradient against its curvature, and both ends of the spectrum by
 * Lanczos' method. The Hessian is looked at only where the gradient is small.
 */
final class LargeCriticalPoint {
    /** The gradient moves the parameters by no more than this part of them over the time 1/S. */
    private static final double STILL = 1e-6;

    /** Eigenvalues between it and its negative, relative to the largest, are taken for 0. */
    private static final double ZERO = 1e-3;

    private static final int PRODUCTS = 100;

    private LargeCriticalPoint() {}

    static Optional<Ending> at(Objective objective, State end, double scale) {
        double[] w = end.parameters();
        double[] gradient = new double[w.length];
        objective.gradient(w, gradient);
        double norm = Vectors.norm(gradient);
        SymmetricOperator hessian = objective.hessian(w);
        EigenPairs known = end.curvature().hessian();
        // The last reading tells a gradient that is far too large before any product is spent.
        if (known.values().length > 0 && norm > 2 * STILL * Math.abs(known.largest()) * scale) {
            return Optional.empty();
        }
        Lanczos solver = new Lanczos(Lanczos.TOLERANCE, PRODUCTS, 0);
        double largest = solver.largest(hessian, 1, EigenPairs.NONE).largest();
        if (!(norm <= STILL * Math.abs(largest) * scale)) {
            return Optional.empty();
        }
        EigenPairs lowest = solver.largest(Affine.negative(hessian), 1, EigenPairs.NONE);
        double smallest = -lowest.largest();
        Ending.Kind kind = smallest >= -ZERO * Math.abs(largest) ? Ending.Kind.MINIMUM : Ending.Kind.SADDLE;
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("smallestEigenvalue", smallest);
        numbers.put("largestEigenvalue", largest);
        return Optional.of(new Ending(
                largest < 0 ? Ending.Kind.MAXIMUM : kind,
                Ending.format(
                        "‖∇L‖ = %.2g, smallest eigenvalue %.4g (residual %.1g%s), largest %.4g",
                        norm,
                        smallest,
                        lowest.residuals()[0],
                        lowest.converged() ? "" : ", not converged after " + PRODUCTS + " products",
                        largest),
                numbers));
    }
}
