package org.eoslab.model.formula;

import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.expression.DigitsArithmetic;
import org.eoslab.expression.Program;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.hipparchus.dfp.Dfp;

/**
 * {@code underflow}: how many entries of the gradient are exactly 0 in doubles and not so at the same parameters in numbers of more digits,
 * whose exponents reach further.
 *
 * @param objective the loss
 * @param gradient its program, without data
 */
record Underflow(Objective objective, Program gradient) implements Probe {
    static final String COLUMN = "underflow";

    /** Programs of more instructions are not looked at: a step would take far longer than its gradient. */
    static final int LARGEST = 2000;

    private static final DigitsArithmetic DIGITS = new DigitsArithmetic(20);

    @Override
    public List<Column> columns() {
        return List.of(Column.evidence(COLUMN, "entries of the gradient that are 0 in doubles alone")
                .as(Column.Kind.COUNT));
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        double[] doubles = state.gradient(objective);
        row[offset] = 0;
        for (double entry : doubles) {
            if (entry == 0) {
                row[offset] = lost(state.parameters(), doubles);
                return;
            }
        }
    }

    private int lost(double[] w, double[] doubles) {
        List<Dfp> exact = gradient.evaluate(
                DIGITS, Arrays.stream(w).mapToObj(DIGITS.field()::newDfp).toList());
        int lost = 0;
        for (int i = 0; i < doubles.length; i++) {
            Dfp entry = exact.get(i + 1);
            if (doubles[i] == 0 && !entry.isZero() && !entry.isNaN()) {
                lost++;
            }
        }
        return lost;
    }
}
