package org.eoslab.model.minimalist.proof.prover;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.interval.Interval;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;

/**
 * A claim that is a set of inequalities at each step.
 *
 * @param id the claim's short name
 * @param slacks what is to be ≥ 0 at a step, a negative one refuting the claim; empty where the claim is not about it
 * @param attained the quantity whose range to report over those steps
 * @param slack the slacks so far
 * @param range the range so far
 */
public record StepProver(
        String id, Function<EnclosedStep, List<Interval>> slacks, Attained attained, Slack slack, Range range)
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
        return new StepProver(id, slacks, attained, new Slack(), new Range());
    }

    @Override
    public void see(EnclosedStep step) {
        List<Interval> values = slacks.apply(step);
        if (!values.isEmpty()) {
            long t = step.state().step();
            values.forEach(v -> slack.see(t, v));
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
