package org.eoslab.experiment;

/** An example of a data set as people look at it. */
public sealed interface Example {
    /** What is to be learned of it, such as a class; empty where there is no word for it. */
    String label();

    /**
     * A picture.
     *
     * @param width pixels side by side
     * @param rgb a pixel as 0xRRGGBB, row by row; not to be modified
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Image(String label, int width, int[] rgb) implements Example {
        /** Pixels below each other. */
        public int height() {
            return rgb.length / width;
        }
    }

    /**
     * Words or numbers.
     *
     * @param text what it is
     */
    record Text(String label, String text) implements Example {}
}
