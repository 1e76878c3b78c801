package org.eoslab.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Overlays;
import org.jspecify.annotations.Nullable;

/** The EoS window of an experiment's start at several values of one of its settings: the borders of the window in a phase diagram. */
final class EosWindows {
    /** As many as a diagram has lines of cells. */
    private static final int MOST = 1000;

    private EosWindows() {}

    /**
     * {@code low} and {@code high}, an entry a value: null where no step size brings the start to the edge, or the model has no windows.
     *
     * @param along the name of a setting
     * @param values numbers, {@value #MOST} at most
     */
    static Map<String, Object> of(
            Experiment experiment, String along, @Nullable Object values, Cancellation cancellation) {
        if (!(values instanceof List<?> numbers) || !numbers.stream().allMatch(Number.class::isInstance)) {
            throw new InputException("values: missing, a list of numbers");
        }
        if (numbers.size() > MOST) {
            throw new InputException("values: " + numbers.size() + " are not allowed here; at most " + MOST);
        }
        List<@Nullable Double> low = new ArrayList<>();
        List<@Nullable Double> high = new ArrayList<>();
        for (Object value : numbers) {
            cancellation.check();
            Optional<Overlays.Window> window = window(experiment.with(Map.of(along, value)));
            low.add(window.map(Overlays.Window::low).orElse(null));
            high.add(window.map(Overlays.Window::high).orElse(null));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("low", low);
        json.put("high", high);
        return json;
    }

    private static Optional<Overlays.Window> window(Experiment experiment) {
        return experiment
                .model()
                .overlays(experiment)
                .window()
                .filter(window -> window.whyEmpty().isEmpty());
    }
}
