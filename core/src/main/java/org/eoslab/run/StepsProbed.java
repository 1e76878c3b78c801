package org.eoslab.run;

import java.util.List;
import java.util.function.LongPredicate;
import org.eoslab.dynamics.State;

/**
 * A probe at some steps, NaN in between.
 *
 * @param probe what it is at those steps
 * @param steps which they are, by the step that a step starts from
 */
record StepsProbed(StepProbe probe, LongPredicate steps) implements StepProbe {
    @Override
    public List<Column> columns() {
        return probe.columns();
    }

    @Override
    public void measure(State from, State to, double[] row, int offset) {
        if (steps.test(from.step())) {
            probe.measure(from, to, row, offset);
        }
    }
}
