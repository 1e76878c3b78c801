package org.eoslab.model.minimalist.claim;

import java.util.Arrays;
import java.util.stream.Stream;
import org.eoslab.model.minimalist.admissible.RandomStart;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;

/** Random admissible starts with the clipping of the presets. */
record AdmissibleStarts(MinimalistDescent dynamics, double[] start) {
    static Stream<AdmissibleStarts> of(long seed) {
        return RandomStart.of(seed).map(s -> new AdmissibleStarts(s.dynamics(), s.parameters()));
    }

    @Override
    public String toString() {
        return dynamics + " from " + Arrays.toString(start);
    }
}
