package org.eoslab.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eoslab.experiment.InputException;
import org.eoslab.figure.report.PaperFigure;
import org.eoslab.figure.report.Size;

/** All figures, by their number in the paper, and ours by name. */
public final class PaperFigures {
    private static final Map<String, PaperFigure.Recipe> RECIPES = new LinkedHashMap<>();

    static {
        RECIPES.put("1", EdgeFigures::lossAndSharpness);
        RECIPES.put("2", EdgeFigures::oneCycle);
        RECIPES.put("3", EdgeFigures::solutionSharpness);
        RECIPES.put("4", FlowFigures::flowsFromTheIterates);
        RECIPES.put("5", FlowFigures::threeDynamics);
        RECIPES.put("6", TradeOffFigure::stepsAgainstEta);
        RECIPES.put("7", DecayFigure::lossDecay);
        RECIPES.put("8", NetworkFigures::chebyshev);
        RECIPES.put("9", NetworkFigures::transformer);
        RECIPES.put("10", ScalarFigures::zhu);
        RECIPES.put("11", ScalarFigures::kreisler);
        RECIPES.put("12", NetworkPaths::descentAndFlow);
        RECIPES.put("13", UnclippedFigures::wellBehaved);
        RECIPES.put("14", UnclippedFigures::badlyBehaved);
        RECIPES.put("15", CollapseFigure::collapseAndRecovery);
        RECIPES.put("bifurcation", BifurcationFigure::orbits);
    }

    /** Those that need real data and minutes, and are made only when asked for. */
    private static final Set<String> WITH_DATA = Set.of("6", "9", "12");

    private PaperFigures() {}

    /** The names of those to make when none is asked for. */
    public static List<String> usual() {
        return names().stream().filter(n -> !WITH_DATA.contains(n)).toList();
    }

    /** The names there are, in their order. */
    public static List<String> names() {
        return List.copyOf(RECIPES.keySet());
    }

    /**
     * Checks that there are such figures.
     *
     * @throws InputException naming the first that is not among those made here
     */
    public static void check(List<String> wanted) {
        for (String name : wanted) {
            if (!RECIPES.containsKey(name)) {
                throw new InputException("figure " + name + ": is not among those made here, " + names());
            }
        }
    }

    /** Makes one of them. */
    public static PaperFigure make(String name, Size size) {
        check(List.of(name));
        return Objects.requireNonNull(RECIPES.get(name)).make(size).labelled(size);
    }
}
