package org.eoslab.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.eoslab.Tolerances;
import org.eoslab.linalg.SymmetricOperator;
import org.junit.jupiter.api.Test;

/** What every {@link Objective} owes. Implement it with an objective and typical points of it. */
public interface ObjectiveContract {
    /** The objective under test. */
    Objective objective();

    /** A typical point; different seeds give different points. */
    default double[] point(long seed) {
        return new Random(seed).doubles(objective().dimension(), -1, 1).toArray();
    }

    /** The relative error allowed of a difference quotient. */
    default double tolerance() {
        return Tolerances.CENTRAL_DIFFERENCE;
    }

    @Test
    default void gradientIsTheSlopeOfTheValue() {
        for (long seed = 0; seed < 20; seed++) {
            double[] w = point(seed);
            double[] u = direction(seed);
            double[] gradient = new double[w.length];
            double value = objective().gradient(w, gradient);
            assertThat(value).isCloseTo(objective().value(w), within(Tolerances.CLOSED_FORM * Math.abs(value)));
            double h = Tolerances.DIFFERENCE_STEP;
            double slope = (objective().value(along(w, u, h)) - objective().value(along(w, u, -h))) / (2 * h);
            double scale = 1 + Math.abs(value) + norm(gradient);
            assertThat(slope).isCloseTo(dot(gradient, u), within(tolerance() * scale));
        }
    }

    @Test
    default void hessianProductIsTheDifferenceOfGradients() {
        for (long seed = 0; seed < 20; seed++) {
            double[] w = point(seed);
            double[] u = direction(seed);
            double h = Tolerances.DIFFERENCE_STEP;
            double[] plus = new double[w.length];
            double[] minus = new double[w.length];
            objective().gradient(along(w, u, h), plus);
            objective().gradient(along(w, u, -h), minus);
            double[] product = new double[w.length];
            objective().hessian(w).apply(u, product);
            double scale = 1 + norm(plus) + norm(product);
            for (int i = 0; i < w.length; i++) {
                assertThat((plus[i] - minus[i]) / (2 * h)).isCloseTo(product[i], within(tolerance() * scale));
            }
        }
    }

    @Test
    default void hessianIsSymmetric() {
        for (long seed = 0; seed < 20; seed++) {
            double[] w = point(seed);
            SymmetricOperator hessian = objective().hessian(w);
            double[] u = direction(seed);
            double[] v = direction(seed + 1000);
            double[] hu = new double[w.length];
            double[] hv = new double[w.length];
            hessian.apply(u, hu);
            hessian.apply(v, hv);
            assertThat(dot(v, hu)).isCloseTo(dot(u, hv), within(symmetryTolerance() * (norm(hu) + norm(hv))));
        }
    }

    /** The relative asymmetry allowed: rounding of a double computation unless it computes in single precision. */
    default double symmetryTolerance() {
        return Tolerances.CLOSED_FORM;
    }

    @Test
    default void thirdDerivativeIsTheDifferenceOfHessians() {
        if (!(objective() instanceof SmoothObjective smooth)) {
            return;
        }
        for (long seed = 0; seed < 20; seed++) {
            double[] w = point(seed);
            double[] u = direction(seed);
            double[] v = direction(seed + 1000);
            double h = Tolerances.DIFFERENCE_STEP;
            double[] plus = new double[w.length];
            double[] minus = new double[w.length];
            smooth.hessian(along(w, u, h)).apply(v, plus);
            smooth.hessian(along(w, u, -h)).apply(v, minus);
            double[] third = new double[w.length];
            smooth.thirdDerivative(w, u, v, third);
            double scale = 1 + norm(plus) + norm(third);
            for (int i = 0; i < w.length; i++) {
                assertThat((plus[i] - minus[i]) / (2 * h)).isCloseTo(third[i], within(tolerance() * scale));
            }
        }
    }

    @Test
    default void leavesItsArgumentsAlone() {
        double[] w = point(1);
        double[] before = w.clone();
        double[] u = direction(1);
        double[] uBefore = u.clone();
        objective().value(w);
        objective().gradient(w, new double[w.length]);
        objective().hessian(w).apply(u, new double[w.length]);
        assertThat(w).isEqualTo(before);
        assertThat(u).isEqualTo(uBefore);
    }

    private double[] direction(long seed) {
        double[] u = new Random(~seed).doubles(objective().dimension(), -1, 1).toArray();
        double norm = norm(u);
        for (int i = 0; i < u.length; i++) {
            u[i] /= norm;
        }
        return u;
    }

    private static double[] along(double[] w, double[] u, double h) {
        double[] result = w.clone();
        for (int i = 0; i < w.length; i++) {
            result[i] += h * u[i];
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
