package org.eoslab.model.minimalist.claim;

import java.math.BigDecimal;
import java.util.Optional;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.model.minimalist.certificate.ConvergenceCertifier;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;
import org.eoslab.text.Format;

/**
 * What the claims read: a run of the minimalist model and the settings it was made with.
 *
 * @param dynamics model, step size and clipping rule
 * @param trajectory the run, with the columns of {@link org.eoslab.model.minimalist.dynamics.MinimalistProbe}
 */
record MinimalistRun(MinimalistDescent dynamics, Trajectory trajectory) {
    Table table() {
        return trajectory.table();
    }

    /** A recorded column. */
    double[] column(String name) {
        return table().column(name);
    }

    int rows() {
        return table().rows();
    }

    /** The step of a row. */
    long step(int row) {
        return (long) table().get("step", row);
    }

    /** A column at the start θ₀. */
    double start(String name) {
        return table().get(name, 0);
    }

    Minimalist model() {
        return dynamics.model();
    }

    double eta() {
        return dynamics.eta();
    }

    /** The settings and the start θ₀ as the decimal numbers that they were written as. */
    ExactSettings exactStart() {
        return ExactSettings.of(dynamics, start("alpha"), BigDecimal.valueOf(start("beta1")), start("beta2"));
    }

    /** The stability threshold 2/η. */
    double threshold() {
        return 2 / dynamics.eta();
    }

    /** r = λ₂/λ₁. */
    double r() {
        return model().lambda2() / model().lambda1();
    }

    /** Whether the floor κ holds α up. */
    boolean hasFloor() {
        return dynamics.clip() instanceof ClippingRule.Floor;
    }

    /** The floor of α, 0 without one. */
    double floor() {
        return dynamics.clip() instanceof ClippingRule.Floor f ? f.bound() : 0;
    }

    /** T₁, the first step with λ₁α² &gt; 2/η; −1 when there is none. */
    long firstCrossing() {
        return trajectory.timeline().firstCrossing();
    }

    /** The first row of a step ≥ {@code step}; the number of rows when there is none. */
    int rowFrom(long step) {
        int row = 0;
        while (row < rows() && step(row) < step) {
            row++;
        }
        return row;
    }

    /**
     * Of a run that has not crossed 2/η: the certificate that it never will, if there is one. φ(θ₀) only a little above 2/η allows
     * that, since gradient descent lowers φ in its first steps.
     */
    Optional<Certificate> neverCrosses() {
        return firstCrossing() < 0 ? new ConvergenceCertifier(dynamics).find(trajectory) : Optional.empty();
    }

    /** The finding of a claim about what follows the first crossing, on a run without one. */
    Finding notCrossed(Claim claim) {
        return neverCrosses()
                .map(c -> Finding.notApplicable(
                        claim,
                        text(
                                "the run stays below the threshold, T₁ = ∞: by the certificate at step %d it converges to ηS ≤ %.9g without crossing 2",
                                c.step(), eta() * c.limitSharpnessHigh())))
                .orElseGet(() -> Finding.notReached(claim, "no crossing of 2/η up to step " + step(rows() - 1)));
    }

    /** Text with numbers, in the same form whatever the user's language. */
    static String text(String format, Object... arguments) {
        return Format.text(format, arguments);
    }
}
