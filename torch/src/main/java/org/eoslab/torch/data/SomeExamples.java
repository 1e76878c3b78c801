package org.eoslab.torch.data;

import java.util.List;
import org.eoslab.experiment.Example;

/**
 * Some examples of a data set.
 *
 * @param all the data set
 * @param places which, each from 0 on
 */
@SuppressWarnings("ArrayRecordComponent")
record SomeExamples(DataSet all, int[] places) implements DataSet {
    @Override
    public int size() {
        return places.length;
    }

    @Override
    public List<Long> inputShape() {
        return all.inputShape();
    }

    @Override
    public boolean wholeInputs() {
        return all.wholeInputs();
    }

    @Override
    public int outputs() {
        return all.outputs();
    }

    @Override
    public List<Long> targetShape() {
        return all.targetShape();
    }

    @Override
    public Labels labels() {
        return all.labels();
    }

    @Override
    public Example shown(int index) {
        return all.shown(places[index]);
    }

    @Override
    public void read(int index, double[] input, double[] target) {
        all.read(places[index], input, target);
    }
}
