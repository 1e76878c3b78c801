package org.eoslab.experiment.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.run.race.Race;

/**
 * A race of rules on one experiment's loss: its optimizer and others in its place, all settings else as they are, each with the columns of its own run.
 *
 * @param race the entrants, the experiment's own rule the first
 * @param starts the state in which each entrant begins, in their order; a race takes copies
 * @param experiments each entrant's experiment, in their order
 * @param refused why a rule that might have run does not, by its name
 */
public record RuleRace(Race race, List<State> starts, List<Experiment> experiments, Map<String, String> refused) {
    /** The rules that run beside an experiment's own unless others are asked for: what the theories of the edge compare it with. */
    public static final List<String> USUAL =
            List.of("gradient-flow", "constrained", "predicted", "central-flow", "edge-flow");

    /**
     * The race of an experiment's own rule and the {@link #USUAL} ones that its loss allows.
     *
     * @throws InputException when the experiment's own settings do not go together
     */
    public static RuleRace of(Experiment experiment) {
        List<String> rules = new ArrayList<>(List.of(own(experiment)));
        USUAL.stream().filter(rule -> !rules.contains(rule)).forEach(rules::add);
        return of(experiment, rules, false);
    }

    /**
     * The race of these rules, the first of which sets the pace.
     *
     * @param rules words of the setting {@code optimizer}, each once
     * @throws InputException for an unknown rule, one twice, or one that the loss does not allow
     */
    public static RuleRace of(Experiment experiment, List<String> rules) {
        for (String rule : rules) {
            if (!OptimizerSetting.names().contains(rule)) {
                throw InputException.unknown("entrant", rule, OptimizerSetting.names());
            }
        }
        if (rules.isEmpty() || rules.stream().distinct().count() < rules.size()) {
            throw new InputException("entrants: " + String.join(",", rules)
                    + " is not allowed; it must be different rules, at least one");
        }
        return of(experiment, rules, true);
    }

    private static RuleRace of(Experiment experiment, List<String> rules, boolean all) {
        List<Race.Entrant> entrants = new ArrayList<>();
        List<Experiment> experiments = new ArrayList<>();
        Map<String, String> refused = new LinkedHashMap<>();
        List<State> starts = new ArrayList<>();
        for (String rule : rules) {
            try {
                Experiment other = with(experiment, rule);
                Problem problem = other.build();
                int length = problem.start().parameters().length;
                if (!starts.isEmpty() && length != starts.get(0).parameters().length) {
                    throw new InputException("entrant " + rule + " is not allowed beside " + rules.get(0)
                            + "; they have their parameters in different coordinates");
                }
                starts.add(problem.start());
                entrants.add(new Race.Entrant(
                        rule,
                        problem.simulation().dynamics(),
                        problem.simulation().probes()));
                experiments.add(other);
            } catch (InputException e) {
                if (all || entrants.isEmpty()) {
                    throw e;
                }
                refused.put(rule, String.valueOf(e.getMessage()));
            }
        }
        return new RuleRace(new Race(entrants), starts, experiments, refused);
    }

    private static Experiment with(Experiment experiment, String rule) {
        return rule.equals(own(experiment))
                ? experiment
                : experiment.with(Map.of(OptimizerSetting.OPTIMIZER.name(), rule));
    }

    private static String own(Experiment experiment) {
        return String.valueOf(experiment.settings().stored(OptimizerSetting.OPTIMIZER));
    }

    /** The same race, all from the same other parameters, in the coordinates of the dynamics. */
    public RuleRace from(double[] parameters) {
        return new RuleRace(race, race.start(parameters), experiments, refused);
    }

    /** Copies of the starts, for a race to run from. */
    public List<State> begin() {
        return starts.stream().map(State::copy).toList();
    }
}
