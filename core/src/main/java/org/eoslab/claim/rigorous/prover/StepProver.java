package org.eoslab.claim.rigorous.prover;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.enclosure.EnclosedStep;
import org.eoslab.interval.Interval;

/**
 * A claim that is a set of inequalities at each step.
 *
 * @param id the claim's short name
 * @param slacks what is to be ≥ 0 at a step; empty where the claim is not about it
 * @param necessary whether a negative one refutes the claim; otherwise nothing follows from it
 * @param attained the quantity whose range to report over those steps
 * @param slack the slacks so far
 * @param range the range so far
 */
public record StepProver(
        String id,
        Function<EnclosedStep, List<Interval>> slacks,
        boolean necessary,
        Attained attained,
        Slack slack,
        Range range)
        implements Prover {
    /**
     * A quantity to report, as an increasing function of one that is cheap at each step.
     *
     * @param name its name
     * @param quantity the cheap one
     * @param increasing the function, applied once to either end of the range
     */
    public record Attained(String name, Function<EnclosedStep, Interval> quantity, UnaryOperator<Interval> increasing) {
        public static Attained of(String name, Function<EnclosedStep, Interval> quantity) {
            return new Attained(name, quantity, UnaryOperator.identity());
        }
    }

    public static StepProver of(String id, Attained attained, Function<EnclosedStep, List<Interval>> slacks) {
        return new StepProver(id, slacks, true, attained, new Slack(), new Range());
    }

    /** Of inequalities that prove the claim, but whose failure does not refute it. */
    public static StepProver sufficient(String id, Attained attained, Function<EnclosedStep, List<Interval>> slacks) {
        return new StepProver(id, slacks, false, attained, new Slack(), new Range());
    }

    @Override
    public void see(EnclosedStep step) {
        List<Interval> values = slacks.apply(step);
        if (!values.isEmpty()) {
            long t = step.state().step();
            values.forEach(necessary ? v -> slack.see(t, v) : v -> slack.seeSufficient(t, v));
            range.see(attained.quantity.apply(step));
        }
    }

    @Override
    public Finding finding(Claim claim) {
        return range.isEmpty()
                ? Slack.open(claim, "", "no step of this run is concerned")
                : slack.finding(claim, attained.name + " in " + range.map(attained.increasing), "");
    }
}
