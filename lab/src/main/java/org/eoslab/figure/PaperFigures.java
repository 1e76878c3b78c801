package org.eoslab.figure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eoslab.experiment.InputException;

/** All figures, by their number in the paper. */
public final class PaperFigures {
    private static final Map<Integer, PaperFigure.Recipe> RECIPES = new TreeMap<>(Map.ofEntries(
            Map.entry(1, EdgeFigures::lossAndSharpness),
            Map.entry(2, EdgeFigures::oneCycle),
            Map.entry(3, EdgeFigures::solutionSharpness),
            Map.entry(4, FlowFigures::flowsFromTheIterates),
            Map.entry(5, FlowFigures::threeDynamics),
            Map.entry(6, NetworkFigures::stepsAgainstEta),
            Map.entry(7, EdgeFigures::lossDecay),
            Map.entry(8, NetworkFigures::chebyshev),
            Map.entry(9, NetworkFigures::transformer),
            Map.entry(10, ScalarFigures::zhu),
            Map.entry(11, ScalarFigures::kreisler),
            Map.entry(12, NetworkPaths::descentAndFlow),
            Map.entry(13, UnclippedFigures::wellBehaved),
            Map.entry(14, UnclippedFigures::badlyBehaved),
            Map.entry(15, ScalarFigures::chenBruna)));

    /** Those that need real data and minutes, and are made only when asked for. */
    private static final Set<Integer> WITH_DATA = Set.of(6, 9, 12);

    private PaperFigures() {}

    /** The numbers to make when none is asked for. */
    public static List<Integer> usual() {
        return numbers().stream().filter(n -> !WITH_DATA.contains(n)).toList();
    }

    /** The numbers there are. */
    public static List<Integer> numbers() {
        return List.copyOf(RECIPES.keySet());
    }

    /**
     * Checks that there are such figures.
     *
     * @throws InputException naming the first that is not among those made here
     */
    public static void check(List<Integer> wanted) {
        for (int number : wanted) {
            if (!RECIPES.containsKey(number)) {
                throw new InputException("figure " + number + ": is not among those made here, " + numbers());
            }
        }
    }

    /** Makes one of them. */
    public static PaperFigure make(int number, boolean quick) {
        check(List.of(number));
        return Objects.requireNonNull(RECIPES.get(number)).make(quick);
    }
}
