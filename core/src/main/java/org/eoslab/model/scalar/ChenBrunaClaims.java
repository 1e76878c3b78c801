package org.eoslab.model.scalar;

import static org.eoslab.claim.RunClaim.format;

import java.util.List;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.claim.Worst;
import org.eoslab.run.Trajectory;

/**
 * The claims of Chen and Bruna (2023) on gradient descent beyond ημ = 1, and the closed forms behind their numbers (ours).
 *
 * <p>With a = 1 + ημ the map is F(x) = x(a − ηx²). A period-2 orbit {x, y} has xy = 1/η and x² + y² = μ + 1/η, that is
 * ½(√(μ + 3/η) ± √(μ − 1/η)), with multiplier 9 − 2a²: it is stable for 1 &lt; ημ &lt; √5 − 1. F maps |x| ≤ √((1 + a)/η) into
 * itself while ημ ≤ 2; beyond, almost every start leaves it for ever. At ημ = 2 it is a Chebyshev map, of Lyapunov exponent ln 3.
 */
public final class ChenBrunaClaims {
    /** Where the stable period-2 orbit becomes unstable. */
    private static final double PERIOD_DOUBLES = Math.sqrt(5) - 1;

    /** The next period doubling, from period 4 to 8: where the multiplier of the period-4 orbit is −1, found numerically, rounded down. */
    private static final double PERIOD_DOUBLES_AGAIN = 1.288;

    /** A point counts as periodic when its orbit comes back within this, relative to √μ. */
    private static final double PERIODIC = 1e-9;

    /** The longest period looked for. */
    private static final int LONGEST = 64;

    /** The map's few roundings, relative. */
    private static final double ROUNDING = 8 * 0x1p-52;

    private final double mu;
    private final double eta;
    private final double etaMu;

    private ChenBrunaClaims(double mu, double eta) {
        this.mu = mu;
        this.eta = eta;
        this.etaMu = eta * mu;
    }

    /** On ¼(x² − μ)², column {@code x}. */
    public static List<Claim> oneDimensional(double mu, double eta) {
        ChenBrunaClaims c = new ChenBrunaClaims(mu, eta);
        return List.of(c.flip(), c.orbit(), c.period4(), c.chaos(), c.bounded(), new DoubleWellDivergence(mu, eta));
    }

    /** On ½(μ − xy)², columns {@code x}, {@code y}: the same on the diagonal, to which it balances. */
    public static List<Claim> twoDimensional(double mu, double eta) {
        ChenBrunaClaims c = new ChenBrunaClaims(mu, eta);
        return List.of(c.balance(), c.orbit(), c.period4());
    }

    private static RunClaim claim(String id, String statement, RunClaim.Judge judge) {
        return new RunClaim("ChenBruna." + id, "Chen & Bruna 2023", statement, judge);
    }

    private Claim flip() {
        return claim("flip", "at the minimum 3L'''² − L''L'''' > 0: its period doubling is stable", (claim, run) -> {
            double condition = new DoubleWell(mu).flipCondition(Math.sqrt(mu));
            return Finding.of(
                    claim,
                    condition > 0 ? Verdict.HOLDS : Verdict.FAILS,
                    condition,
                    -1,
                    format("%.6g", condition),
                    "96μ in closed form");
        });
    }

    private Claim orbit() {
        return claim("period2", "for 1 < ημ < √5 − 1 it ends on the orbit ½(√(μ + 3/η) ± √(μ − 1/η))", (claim, run) -> {
            if (!(etaMu > 1 && etaMu < PERIOD_DOUBLES)) {
                return Finding.notApplicable(claim, format("ημ = %.4f", etaMu));
            }
            double sum = Math.sqrt(mu + 3 / eta);
            double difference = Math.sqrt(mu - 1 / eta);
            double low = 0.5 * (sum - difference);
            double high = 0.5 * (sum + difference);
            double x = Math.abs(run.end().parameters()[0]);
            String attained = format("{%.5f, %.5f}", Math.min(x, Math.abs(map(x))), Math.max(x, Math.abs(map(x))));
            if (period(x) == 0) {
                return Finding.notReached(claim, "not yet periodic: " + attained);
            }
            double distance = Math.min(Math.abs(x - low), Math.abs(x - high)) / Math.sqrt(mu);
            return within(claim, run, distance, attained, format("closed form {%.5f, %.5f}", low, high));
        });
    }

    private Claim period4() {
        return claim("period4", "for √5 − 1 < ημ < 1.288 it ends on an orbit of period 4", (claim, run) -> {
            if (!(etaMu > PERIOD_DOUBLES && etaMu < PERIOD_DOUBLES_AGAIN)) {
                return Finding.notApplicable(claim, format("ημ = %.4f", etaMu));
            }
            double x = run.end().parameters()[0];
            int period = period(x);
            if (period == 0) {
                return Finding.notReached(claim, "not yet periodic");
            }
            StringBuilder points = new StringBuilder("{");
            for (int i = 0; i < period; i++) {
                points.append(format(i == 0 ? "%.5f" : ", %.5f", x));
                x = map(x);
            }
            double distance = Math.abs(x - run.end().parameters()[0]) / Math.sqrt(mu);
            Finding found = within(claim, run, distance, points.append('}').toString(), "period " + period);
            return period == 4
                    ? found
                    : Finding.of(claim, Verdict.FAILS, -1, run.end().step(), found.attained(), found.note());
        });
    }

    private Claim chaos() {
        return claim(
                "chaos",
                "for 1.4 ≤ ημ ≤ 2, outside periodic windows, the Lyapunov exponent of the run is positive",
                (claim, run) -> {
                    if (!(etaMu >= 1.4 && etaMu <= 2)) {
                        return Finding.notApplicable(claim, format("ημ = %.4f", etaMu));
                    }
                    if (!run.table().everyStep()) {
                        return Finding.notApplicable(claim, "needs every step recorded");
                    }
                    double exponent = lyapunov(run.table().column("sharpness"));
                    int period = period(run.end().parameters()[0]);
                    if (period > 0) {
                        return Finding.notApplicable(
                                claim, format("a window of period %d: exponent %.4f", period, exponent));
                    }
                    return Finding.of(
                            claim,
                            exponent > 0 ? Verdict.HOLDS : Verdict.FAILS,
                            exponent,
                            run.end().step(),
                            format("Lyapunov exponent %.4f", exponent),
                            "");
                });
    }

    /** The mean of ln|F'| = ln|1 − ηL''| along the run; in one dimension L'' is the sharpness. */
    private double lyapunov(double[] sharpness) {
        double sum = 0;
        for (double second : sharpness) {
            sum += Math.log(Math.abs(1 - eta * second));
        }
        return sum / sharpness.length;
    }

    private Claim bounded() {
        return claim("bounded", "for ημ ≤ 2 a start with |x| ≤ √((2 + ημ)/η) stays there", (claim, run) -> {
            double bound = Math.sqrt((2 + etaMu) / eta);
            if (!(etaMu <= 2 && Math.abs(RunClaim.first(run, "x")) <= bound)) {
                return Finding.notApplicable(
                        claim,
                        format(
                                "ημ = %.4f, |x₀|/√((2 + ημ)/η) = %.4f",
                                etaMu, Math.abs(RunClaim.first(run, "x")) / bound));
            }
            double[] x = run.table().column("x");
            double[] steps = run.table().column("step");
            Worst worst = new Worst();
            double largest = 0;
            for (int i = 0; i < x.length; i++) {
                worst.see((long) steps[i], 1 - Math.abs(x[i]) / bound, ROUNDING);
                largest = Math.max(largest, Math.abs(x[i]));
            }
            return worst.finding(claim, format("|x| ≤ %.5f of %.5f", largest, bound), "");
        });
    }

    private Claim balance() {
        return claim("balance", "it balances: x − y → 0", (claim, run) -> {
            double start = Math.abs(RunClaim.first(run, "x") - RunClaim.first(run, "y"));
            double end = Math.abs(RunClaim.last(run, "x") - RunClaim.last(run, "y"));
            if (!(etaMu > 1)) {
                return Finding.notApplicable(
                        claim, format("ημ = %.4f: there are stable minima off the diagonal", etaMu));
            }
            String attained = format("|x − y| from %.4f to %.2e", start, end);
            return end > PERIODIC * Math.sqrt(mu) && end < start
                    ? Finding.notReached(claim, attained)
                    : within(claim, run, end / Math.sqrt(mu), attained, "");
        });
    }

    private static Finding within(Claim claim, Trajectory run, double distance, String attained, String note) {
        double margin = PERIODIC - distance;
        return Finding.of(
                claim,
                margin >= 0 ? Verdict.HOLDS : Verdict.FAILS,
                margin,
                run.end().step(),
                attained,
                note);
    }

    private double map(double x) {
        return x * (1 + etaMu - eta * x * x);
    }

    /** The smallest period of x under the map, or 0 when it is none of at most {@link #LONGEST}. */
    private int period(double x) {
        double next = x;
        for (int period = 1; period <= LONGEST; period++) {
            next = map(next);
            if (Math.abs(next - x) <= PERIODIC * Math.sqrt(mu)) {
                return period;
            }
        }
        return 0;
    }
}
