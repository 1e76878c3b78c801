package org.eoslab.torch.data;

/** How pixel values are scaled before a network sees them. */
public enum Standardisation {
    /** (x − mean)/deviation of each pixel over the whole official training set: what published runs do. */
    TRAIN,
    /** The same over the images used. */
    USED,
    /** x = value/255. */
    NONE
}
