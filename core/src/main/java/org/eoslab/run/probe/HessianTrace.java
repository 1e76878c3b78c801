package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Estimate;
import org.eoslab.linalg.HutchPlusPlus;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * The trace of the Hessian, {@code hessianTrace} with its standard error {@code hessianTraceError}.
 *
 * @param objective the loss
 * @param method Hutch++ with the products to spend; the same random vectors at every step, so that readings compare
 */
public record HessianTrace(Objective objective, HutchPlusPlus method) implements Probe {
    @Override
    public List<Column> columns() {
        return List.of(
                Column.of("hessianTrace", Column.Role.TRACE, "tr H", "trace of the Hessian"),
                Column.evidence("hessianTraceError", "standard error of the trace"));
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        Estimate trace = method.trace(objective.hessian(state.parameters()));
        row[offset] = trace.value();
        row[offset + 1] = trace.standardError();
    }
}
