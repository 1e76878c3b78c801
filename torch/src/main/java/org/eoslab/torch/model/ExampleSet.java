package org.eoslab.torch.model;

/** The sets of examples that a run of a network takes sums over. */
public enum ExampleSet {
    /** What it learns. */
    TRAINING,
    /** What is looked at alone. */
    TEST
}
