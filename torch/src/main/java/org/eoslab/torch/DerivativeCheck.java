package org.eoslab.torch;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.SmoothObjective;

/**
 * The derivatives of a loss against central difference quotients along a direction u, between its gradient and a random one v. Each quotient is
 * taken at several lengths and the best one counts: a wrong derivative agrees with none, and a right one may meet a kink at some.
 *
 * <p>Errors are relative to the derivative or, where it is nearly nothing, to what would change the derivative below it by a part of it over a
 * length of the parameters' own.
 *
 * @param gradient |∇L·u − δL|, relative
 * @param hessian ‖∇²L·u − δ∇L‖, relative
 * @param asymmetry |⟨v, ∇²L·u⟩ − ⟨u, ∇²L·v⟩|, relative to the longer product
 * @param third ‖∇³L[u, v, ·] − δ(∇²L·v)‖, relative; NaN when it cannot be computed
 * @param thirdError why it cannot; empty when it can
 */
public record DerivativeCheck(double gradient, double hessian, double asymmetry, double third, String thirdError) {
    /** Lengths of the differences, relative to the parameters'. */
    private static final double[] LENGTHS = {1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7};

    /** The part below which a derivative is nothing. */
    private static final double NOTHING = 1e-6;

    /** The same in single precision, where a quotient's rounding is some 1e-6. */
    private static final double NOTHING_SINGLE = 1e-2;

    /** Where the derivatives are looked at, and along what. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Line(double[] w, double[] u, double[] v, double length, double nothing) {
        double[] at(double h) {
            double[] moved = w.clone();
            Vectors.add(h * length, u, moved);
            return moved;
        }

        /** The error of a derivative against the best quotient of what {@code lower} writes at a place. */
        double error(double[] derivative, Lower lower) {
            double[] here = new double[derivative.length];
            lower.write(w, here);
            double least = nothing * Vectors.norm(here) / length;
            return best(h -> {
                double[] plus = new double[derivative.length];
                double[] minus = new double[derivative.length];
                lower.write(at(h), plus);
                lower.write(at(-h), minus);
                double[] quotient = new double[derivative.length];
                Arrays.setAll(quotient, i -> (plus[i] - minus[i]) / (2 * h * length));
                double distance = Vectors.distance(derivative, quotient);
                return distance == 0 ? 0 : distance / Math.max(Vectors.norm(derivative), least);
            });
        }

        static double best(DoubleUnaryOperator error) {
            return Arrays.stream(LENGTHS)
                    .map(error)
                    .filter(e -> !Double.isNaN(e))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        }
    }

    /** What is differentiated. */
    private interface Lower {
        void write(double[] w, double[] result);
    }

    /**
     * Checks a loss.
     *
     * @param w where
     * @param precision of its numbers
     * @throws RuntimeException libtorch's, when it has no second derivatives
     */
    static DerivativeCheck of(SmoothObjective loss, double[] w, Precision precision) {
        int n = w.length;
        double[] slope = new double[n];
        double value = loss.gradient(w, slope);
        double norm = Vectors.norm(slope);
        double[] v = Vectors.randomUnit(n, new SplittableRandom(1));
        double[] u = v.clone();
        if (norm > 0) {
            Vectors.add(1 / norm, slope, u);
        }
        Vectors.scale(1 / Vectors.norm(u), u);
        double nothing = precision == Precision.FLOAT64 ? NOTHING : NOTHING_SINGLE;
        Line line = new Line(w, u, v, Math.max(Vectors.norm(w), 1), nothing);
        double least = nothing * Math.abs(value) / line.length;
        double first = Line.best(h -> Math.abs(Vectors.dot(slope, u)
                        - (loss.value(line.at(h)) - loss.value(line.at(-h))) / (2 * h * line.length))
                / Math.max(norm, least));
        double[] along = new double[n];
        double[] across = new double[n];
        SymmetricOperator hessian = loss.hessian(w);
        hessian.apply(u, along);
        hessian.apply(v, across);
        double longer = Math.max(Vectors.norm(along), Vectors.norm(across));
        double asymmetry = longer == 0 ? 0 : Math.abs(Vectors.dot(v, along) - Vectors.dot(u, across)) / longer;
        double second = line.error(along, loss::gradient);
        double[] third = new double[n];
        try {
            loss.thirdDerivative(w, u, v, third);
        } catch (RuntimeException e) {
            return new DerivativeCheck(first, second, asymmetry, Double.NaN, LibtorchError.line(e));
        }
        double last = line.error(third, (x, result) -> loss.hessian(x).apply(v, result));
        return new DerivativeCheck(first, second, asymmetry, last, "");
    }
}
