package org.eoslab.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Problem;
import org.eoslab.sweep.orbit.Orbit;
import org.jspecify.annotations.Nullable;

/** Where runs end at several values of a setting: the columns of a bifurcation diagram. */
final class Orbits {
    /** How far apart two values of an orbit may be that are the same. */
    private static final double TOLERANCE = 1e-7;

    /** Two seconds of work, or so, for a model of one parameter. */
    private static final long MOST_STEPS = 4_000_000;

    private Orbits() {}

    /**
     * The last values of the first coordinate.
     *
     * @param experiment what is run at each value; of its steps the last {@code keep} are kept
     * @param axis a setting, with its values
     * @return {@code values} of the setting; {@code orbits}, the coordinate's values at each, none where it diverges; {@code periods}, 0 where there is none
     */
    static Map<String, Object> of(
            Experiment experiment, @Nullable Object axis, @Nullable Object keep, Cancellation cancellation) {
        GridAxis values = GridAxis.ofRuns("orbits", experiment, axis, MOST_STEPS);
        long last = StepWindow.whole("keep", keep);
        if (last < 1 || last > experiment.steps()) {
            throw new InputException("keep: " + last + " is not allowed; it must be from 1 to the number of steps");
        }
        List<double[]> orbits = new ArrayList<>();
        long[] periods = new long[values.points()];
        for (int i = 0; i < values.points(); i++) {
            cancellation.check();
            Problem problem =
                    experiment.with(Map.of(values.name(), values.at(i))).build();
            Orbit orbit = Orbit.of(
                    problem.simulation().dynamics(), problem.start().copy(), experiment.steps() - last, (int) last, 0);
            orbits.add(orbit.values());
            periods[i] = orbit.period(TOLERANCE);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("values", values.values());
        json.put("orbits", orbits);
        json.put("periods", periods);
        return json;
    }
}
