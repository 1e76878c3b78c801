package org.eoslab.model.minimalist.kernel;

/** Takes a chunk of plain steps in all lanes and notes the turns of α. */
interface Stepper {
    /** Takes {@code steps} ≥ 1 steps. */
    void advance(Lanes lanes, int steps);

    /** The lane counts it works on are multiples of this. */
    int width();

    /** The one with vector instructions where the JVM was started with {@code --add-modules jdk.incubator.vector}, else the plain one. */
    static Stepper best() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? new VectorStepper()
                : new PlainStepper();
    }
}
