package org.eoslab.torch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eoslab.dynamics.State;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.torch.Decision;
import org.eoslab.torch.NetworkObjective;

/**
 * How well a network does on examples, by a forward pass over all of them: the share {@code trainAccuracy} or {@code testAccuracy} of
 * decisions that are right, from 0 to 1, where there are any to make; of a test set the {@code testLoss} too.
 *
 * @param objective the loss over those examples
 * @param decision what an output stands for; empty where targets are numbers
 * @param test whether they are those of a test set
 */
record ScoreProbe(NetworkObjective objective, Optional<Decision> decision, boolean test) implements Probe {
    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (test) {
            columns.add(Column.of("testLoss", Column.Role.TEST_LOSS, "L test", "test loss"));
        }
        if (decision.isPresent()) {
            String set = test ? "test" : "train";
            columns.add(Column.of(set + "Accuracy", Column.Role.ACCURACY, set + " accuracy", set + " accuracy"));
        }
        return columns;
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        int next = offset;
        if (test) {
            row[next++] = objective.value(state.parameters());
        }
        if (decision.isPresent()) {
            row[next] = objective.accuracy(state.parameters(), decision.get());
        }
    }
}
