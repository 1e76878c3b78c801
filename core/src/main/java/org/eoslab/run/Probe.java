package org.eoslab.run;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.eoslab.dynamics.State;

/** A measurement along a run: it looks at a state and writes numbers. All that the rule owns of the state stays bit-identical. */
public interface Probe {
    /** The columns it writes, in order. */
    List<Column> columns();

    /** Writes its columns into {@code row} from {@code offset} on; NaN where there is no reading at this step. */
    void measure(State state, double[] row, int offset);

    /** Reads numbers off the parameters alone. */
    @FunctionalInterface
    interface Reading {
        /** Writes them into {@code row} from {@code offset} on; {@code parameters} is not modified. */
        void read(double[] parameters, double[] row, int offset);
    }

    /** A probe of numbers that are functions of the parameters alone. */
    static Probe of(List<Column> columns, Reading reading) {
        return new Probe() {
            @Override
            public List<Column> columns() {
                return columns;
            }

            @Override
            public void measure(State state, double[] row, int offset) {
                reading.read(state.parameters(), row, offset);
            }
        };
    }

    /** This probe at every {@code interval}-th step, NaN in between. */
    default Probe every(long interval) {
        return at(step -> step % interval == 0);
    }

    /** This probe at some steps, NaN in between. */
    default Probe at(LongPredicate steps) {
        Probe probe = this;
        return new Probe() {
            @Override
            public List<Column> columns() {
                return probe.columns();
            }

            @Override
            public void measure(State state, double[] row, int offset) {
                if (steps.test(state.step())) {
                    probe.measure(state, row, offset);
                } else {
                    Arrays.fill(row, offset, offset + columns().size(), Double.NaN);
                }
            }
        };
    }
}
