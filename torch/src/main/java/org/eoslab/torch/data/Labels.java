package org.eoslab.torch.data;

/** How the targets of a data set say to which class an example belongs, if they do. */
public enum Labels {
    /** They do not: they are numbers. */
    NONE,
    /** By a 1 in the place of the class and 0 elsewhere. */
    ONE_HOT,
    /** By their sign, one of two classes. */
    SIGNS
}
