package org.eoslab.model.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.claim.rigorous.ProofProgress;
import org.eoslab.claim.rigorous.RigorousReport;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.IntervalArithmetic;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;
import org.jspecify.annotations.Nullable;

/**
 * What can be proved of gradient descent on a formula in exact arithmetic: where loss and sharpness end, how often the sharpness crosses 2/η, and
 * at which steps the loss falls. Where the intervals are too wide it begins again with more digits.
 *
 * @param loss the formula's derivatives
 * @param start the parameters, exactly
 * @param eta η, exactly
 * @param objection why there is nothing to enclose; empty when there is
 */
record FormulaProof(Derivatives loss, List<BigDecimal> start, BigDecimal eta, String objection) {
    /** The most decimal digits to try. */
    static final int MOST_DIGITS = 3200;

    /** Bits of the loss at the end that its interval is to show. */
    private static final int TIGHT = 50;

    /** The most ranges of steps to list. */
    private static final int RANGES = 20;

    RigorousReport check(long steps, int digits, ProofProgress progress) {
        if (!objection.isEmpty()) {
            return new RigorousReport(undecided(objection), Optional.empty(), digits, 0);
        }
        int current = digits;
        while (true) {
            Attempt attempt = new Attempt(current);
            attempt.run(steps, progress);
            if (attempt.settled() || attempt.hopeless || current >= MOST_DIGITS) {
                return new RigorousReport(attempt.findings(steps), Optional.empty(), current, attempt.reached);
            }
            // Widths grow by about as many digits each step.
            double wanted = 1.2 * current * steps / Math.max(1, attempt.reached);
            current = (int) Math.min(MOST_DIGITS, Math.max(2.0 * current, Math.min(4.0 * current, wanted)));
        }
    }

    private static final List<String> IDS = List.of("end-loss", "end-sharpness", "crossings", "descent");

    private static final List<String> STATEMENTS = List.of(
            "the loss at the end lies in the interval",
            "the sharpness at the end lies in the interval",
            "the sharpness crosses 2/eta just as often, at these steps",
            "the loss falls at every step of these ranges, from one to the other");

    private static Finding finding(int claim, Verdict verdict, long step, String attained, String note) {
        return new Finding(
                IDS.get(claim), STATEMENTS.get(claim), "docs/formulas.md", verdict, Double.NaN, step, attained, note);
    }

    private static List<Finding> undecided(String reason) {
        List<Finding> findings = new ArrayList<>();
        for (int claim = 0; claim < IDS.size(); claim++) {
            findings.add(finding(claim, Verdict.UNDECIDED, -1, "", reason));
        }
        return findings;
    }

    /** One run at one precision. */
    private final class Attempt {
        private final int digits;
        private final int bits;
        private final IntervalArithmetic full;
        private final IntervalArithmetic coarse = new IntervalArithmetic(Enclosure.BITS);
        private final Interval step;
        private final Interval threshold;
        private final List<Long> up = new ArrayList<>();
        private final List<Long> down = new ArrayList<>();
        private final List<long[]> falls = new ArrayList<>();
        private String trouble = "";
        private boolean hopeless;
        private long reached;
        private long fallingSince = -1;
        private final boolean kinks = !loss.kinks().isEmpty();
        private boolean wide;
        private String endLoss = "";
        private String endSharpness = "";

        Attempt(int digits) {
            this.digits = digits;
            bits = Interval.bits(digits);
            full = new IntervalArithmetic(bits);
            step = Interval.of(eta, bits);
            threshold = Interval.of(2, bits).dividedBy(step).rounded(Enclosure.BITS);
        }

        void run(long steps, ProofProgress progress) {
            Enclosure enclosure =
                    Enclosure.of(start.stream().map(w -> Interval.of(w, bits)).toList());
            boolean above = false;
            @Nullable Interval before = null;
            try {
                while (true) {
                    List<Interval> box = enclosure.box();
                    List<Interval> rounded =
                            box.stream().map(w -> w.rounded(Enclosure.BITS)).toList();
                    EnclosedHessian hessian = EnclosedHessian.of(loss, coarse, rounded, Enclosure.BITS);
                    if (kinks) {
                        // Decides on which side of each kink the whole box is: the mean value theorem needs that.
                        loss.gradient().evaluate(coarse, rounded);
                    }
                    boolean now = hessian.above(threshold);
                    if (now != above) {
                        (now ? up : down).add(reached);
                        above = now;
                    }
                    Interval value = loss.value().evaluate(full, box).get(0);
                    if (before != null) {
                        note(before, value);
                    }
                    before = value;
                    progress.at(reached, steps, digits);
                    if (reached >= steps) {
                        end(box, value);
                        return;
                    }
                    enclosure = enclosure.step(loss, full, step, hessian.entries());
                    reached++;
                }
            } catch (ArithmeticException e) {
                trouble = "at step " + reached + ": " + e.getMessage();
                hopeless = String.valueOf(e.getMessage()).endsWith("cannot be enclosed");
            }
        }

        /** Whether all is decided, and the loss known to double precision. */
        boolean settled() {
            return trouble.isEmpty() && !wide;
        }

        private void note(Interval before, Interval value) {
            if (value.isBelow(before)) {
                if (fallingSince < 0) {
                    fallingSince = reached - 1;
                }
                return;
            }
            if (!before.isBelow(value) && !same(before, value)) {
                throw new ArithmeticException(
                        "whether the loss falls from " + before + " to " + value + " cannot be decided");
            }
            fallsEnd(reached - 1);
        }

        private static boolean same(Interval a, Interval b) {
            return a.minus(b).sign() == Sign.ZERO;
        }

        private void fallsEnd(long at) {
            if (fallingSince >= 0) {
                falls.add(new long[] {fallingSince, at});
                fallingSince = -1;
            }
        }

        private void end(List<Interval> box, Interval value) {
            fallsEnd(reached);
            endLoss = value.toString();
            wide = value.upperEnd().minus(value.lowerEnd()).exponent() > (long) value.exponent() - TIGHT;
            endSharpness = EnclosedHessian.of(loss, full, box, bits).sharpness().toString();
        }

        List<Finding> findings(long steps) {
            if (!trouble.isEmpty()) {
                return undecided("with " + digits + " digits " + trouble);
            }
            List<Finding> findings = new ArrayList<>();
            findings.add(finding(0, Verdict.PROVED, steps, endLoss, ""));
            findings.add(finding(1, Verdict.PROVED, steps, endSharpness, ""));
            findings.add(finding(2, Verdict.PROVED, up.isEmpty() ? -1 : up.get(0), crossings(), ""));
            findings.add(finding(3, Verdict.PROVED, -1, ranges(), ""));
            return findings;
        }

        private String crossings() {
            return up.size() + " up" + list(up) + ", " + down.size() + " down" + list(down);
        }

        private static String list(List<Long> steps) {
            if (steps.isEmpty()) {
                return "";
            }
            List<String> shown =
                    steps.stream().limit(RANGES).map(String::valueOf).toList();
            return " (" + String.join(", ", shown) + (steps.size() > RANGES ? ", …" : "") + ")";
        }

        private String ranges() {
            if (falls.isEmpty()) {
                return "none";
            }
            List<String> shown =
                    falls.stream().limit(RANGES).map(r -> r[0] + " to " + r[1]).toList();
            return String.join(", ", shown) + (falls.size() > RANGES ? ", … (" + falls.size() + " ranges)" : "");
        }
    }
}
