package org.eoslab.claim.rigorous;

import java.util.List;
import java.util.function.Function;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.enclosure.EnclosedStep;
import org.eoslab.interval.Interval;

/**
 * A claim that is a set of inequalities at each step.
 *
 * @param id the claim's short name
 * @param slacks what is to be ≥ 0 at a step; empty where the claim is not about it
 * @param what the name of the quantity whose attained range to report
 * @param quantity that quantity, looked at where the claim is about the step
 * @param slack the slacks so far
 * @param range the range so far
 */
record StepProver(
        String id,
        Function<EnclosedStep, List<Interval>> slacks,
        String what,
        Function<EnclosedStep, Interval> quantity,
        Slack slack,
        Range range)
        implements Prover {
    static StepProver of(
            String id,
            String what,
            Function<EnclosedStep, Interval> quantity,
            Function<EnclosedStep, List<Interval>> slacks) {
        return new StepProver(id, slacks, what, quantity, new Slack(), new Range());
    }

    @Override
    public void see(EnclosedStep step) {
        List<Interval> values = slacks.apply(step);
        if (!values.isEmpty()) {
            values.forEach(v -> slack.see(step.state().step(), v));
            range.see(quantity.apply(step));
        }
    }

    @Override
    public Finding finding(Claim claim) {
        return slack.finding(claim, what + " in " + range, range.isEmpty() ? "no step of this run is concerned" : "");
    }
}
