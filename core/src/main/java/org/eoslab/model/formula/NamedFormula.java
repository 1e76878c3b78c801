package org.eoslab.model.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Inapplicable;
import org.eoslab.claim.rigorous.Rigorous;
import org.eoslab.experiment.Draft;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.run.Trajectory;

/**
 * A formula with a name of its own and claims about its runs: the experiment of a work in a few lines. All settings of formulas act, with defaults here.
 *
 * @param name the name in files
 * @param defaults the settings that differ from a formula's, a key each: {@code loss}, the start as {@code start.x}, {@code eta}, {@code steps} …
 * @param claims the claims of a run with these settings, about the loss and the rule that the defaults name
 */
public record NamedFormula(String name, Map<String, Object> defaults, Function<Settings, List<Claim>> claims)
        implements Model {
    private static final Model FORMULA = new FormulaModel();

    /** The rule, and the section of its settings. */
    private static final String OPTIMIZER = "optimizer";

    /** The number of a setting that the defaults name: a parameter's start by the parameter's name, a constant's by {@code constants.NAME}. */
    public static double number(Settings settings, String name) {
        return (Double) Objects.requireNonNull(settings.value(name));
    }

    @Override
    public List<Setting<?>> settings() {
        return settings(Map.of());
    }

    @Override
    public List<Setting<?>> settings(Map<String, ?> contents) {
        Map<String, Object> all = new LinkedHashMap<>(defaults);
        all.putAll(contents);
        List<Setting<?>> settings = new ArrayList<>();
        for (Setting<?> setting : FormulaSettings.of(all)) {
            Object value = defaults.getOrDefault(setting.path(), defaults.get(setting.name()));
            settings.add(value == null ? setting : setting.withDefault(value));
        }
        return List.copyOf(settings);
    }

    @Override
    public Optional<Setting<String>> naming() {
        return FORMULA.naming();
    }

    /** With another loss, or with other parameters and constants, it is a formula without a name. */
    @Override
    public Draft draft(Map<String, ?> contents) {
        Map<String, Object> all = new LinkedHashMap<>(contents);
        defaults.forEach((key, value) -> {
            if (!FormulaSettings.isNamed(key)) {
                all.putIfAbsent(key, value);
            }
        });
        Object loss = all.get(FormulaSettings.LOSS.name());
        boolean same = Objects.equals(loss, defaults.get(FormulaSettings.LOSS.name()))
                && Settings.known(settings(), all.keySet()).size() == all.size();
        return same ? new Draft(this, all) : FORMULA.draft(all);
    }

    @Override
    public Problem build(Settings settings) {
        String objection = objection(settings);
        return FORMULA.build(settings)
                .with(claims.apply(settings).stream()
                        .map(c -> objection.isEmpty() ? c : new Inapplicable(c, objection))
                        .toList());
    }

    /** Why the claims are not about runs with these settings; empty when they are. */
    private String objection(Settings settings) {
        for (Setting<?> setting : settings.schema()) {
            boolean concerned = setting.section().equals(OPTIMIZER)
                    || List.of(OPTIMIZER, FormulaSettings.LOSS.name()).contains(setting.name());
            Object value = settings.stored(setting);
            if (concerned && !value.equals(setting.defaultValue())) {
                return "it is about " + setting.name() + ": " + setting.defaultValue() + ", and this run has " + value;
            }
        }
        return "";
    }

    @Override
    public Optional<Rigorous> rigorous(Settings settings) {
        return FORMULA.rigorous(settings);
    }

    @Override
    public List<String> remarks(Settings settings, Trajectory run) {
        return FORMULA.remarks(settings, run);
    }
}
