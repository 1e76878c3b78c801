package org.eoslab.model.minimalist.theorem;

import java.math.BigDecimal;
import org.eoslab.interval.Interval;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.enclosure.ExactSettings;

/**
 * The numbers of a start that the conditions on it are about, enclosed.
 *
 * @param r λ₂/λ₁
 * @param g η²λ₁λ₂
 * @param y √(2/(ηλ₁))β₂
 * @param curvature ηλ₁α²
 * @param lowest min(ηλ₁α², κ)
 * @param oscillation ηλ₁β₁²
 */
record EnclosedStart(Interval r, Interval g, Interval y, Interval curvature, Interval lowest, Interval oscillation) {
    private static final int BITS = 128;

    static EnclosedStart of(ExactSettings start) {
        Interval u = enclose(start.u());
        return new EnclosedStart(
                enclose(start.lambda2()).dividedBy(enclose(start.lambda1())),
                u.times(enclose(start.v())),
                enclose(start.beta2()).times(whole(2).dividedBy(u).sqrt()),
                enclose(start.curvature()),
                enclose(new AdmissibleSet(start).lowest()),
                enclose(start.u().multiply(start.beta1().pow(2))));
    }

    static Interval enclose(BigDecimal value) {
        return Interval.of(value, BITS);
    }

    static Interval exactly(double value) {
        return Interval.exactly(value, BITS);
    }

    static Interval whole(long value) {
        return Interval.of(value, BITS);
    }
}
