package org.eoslab.torch.data;

import java.util.List;

/**
 * The first examples of a data set.
 *
 * @param all the data set
 * @param size how many, at most as many as there are
 */
record First(DataSet all, int size) implements DataSet {
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
    public void read(int index, double[] input, double[] target) {
        all.read(index, input, target);
    }
}
