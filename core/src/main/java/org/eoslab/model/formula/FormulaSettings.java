package org.eoslab.model.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.experiment.setting.BatchSetting;
import org.eoslab.experiment.setting.MeasuresSetting;
import org.eoslab.experiment.setting.ReadingsSetting;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.expression.Expression;
import org.eoslab.expression.ExpressionException;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.dense.DirectEigenSolver;

/** The settings of {@code model: formula}: the fixed ones, and one each parameter and constant that the file names. */
final class FormulaSettings {
    static final String NONE = "none";
    static final String START = "start.";
    static final String CONSTANTS = "constants.";

    static final Setting<String> LOSS = Setting.text(
            "loss",
            "the formula; or a list of formulas, whose mean is the loss",
            "a formula such as log(cosh(x*y))",
            text -> !text.isEmpty(),
            null);
    static final Setting<String> DATA = Setting.file(
            "data",
            "a table whose columns the formula uses; the loss is the mean over its rows",
            "a CSV or Parquet file, or none",
            NONE);
    static final Setting<Long> EIGENVALUES =
            Setting.integer("eigenvalues", "eigenvalues in a reading, at most", 1, 100, 1L);
    static final Setting<Double> TOLERANCE = Setting.number(
            "tolerance",
            "bound of an eigenvalue's residual, relative to it, beyond " + DirectEigenSolver.LARGEST + " parameters",
            "between 1e-12 and 0.1",
            x -> x >= 1e-12 && x <= 0.1,
            Lanczos.TOLERANCE);

    /** The most digits of {@code digits}: Hipparchus makes the constants of so many in 4 s, a time that grows with the cube, and of more than some 500 not at all. */
    static final long MOST_DIGITS = 300;

    static final Setting<Long> DIGITS =
            Setting.integer("digits", "decimal digits to run in, 0 for doubles", 0, MOST_DIGITS, 0L);

    /** Up to this many parameters the curvature is read at every step unless the file says otherwise. */
    private static final int FEW = 20;

    private static final Set<String> COLUMNS = Set.of(
            "step",
            "time",
            "loss",
            "gradientNorm",
            "sharpness",
            "residual",
            "products",
            "repaired",
            "stabilityThreshold",
            "underflow",
            "relativeProgress",
            "directionalSmoothness",
            "gradientCosine",
            "averageLoss",
            "oscillation",
            "critical",
            "generalisedSharpness",
            "generalisedExact");

    private static final Set<String> FIXED =
            fixed(1).stream().<String>map(Setting::name).collect(Collectors.toUnmodifiableSet());

    private FormulaSettings() {}

    /** Whether a key is that of a parameter or constant, with its prefix. */
    static boolean isNamed(String key) {
        return key.startsWith(START) || key.startsWith(CONSTANTS);
    }

    /** Those that every formula has. */
    static List<Setting<?>> fixed(int parameters) {
        List<Setting<?>> all = new ArrayList<>(List.of(LOSS, DATA, DIGITS, StepSizeSetting.ETA));
        for (Setting<?> setting : OptimizerSetting.settings()) {
            all.add(setting.path().equals(BatchSetting.BATCH.path()) ? MeasuresSetting.batches(setting) : setting);
        }
        all.add(BatchSetting.SEED.describedAs("of all that is random"));
        all.add(Experiment.STEPS.describedAs("steps of the optimizer").withDefault(1000L));
        all.add(Experiment.UNTIL);
        for (Setting<?> setting : ReadingsSetting.settings()) {
            boolean every = setting.path().equals(ReadingsSetting.EVERY.path());
            all.add(every ? ReadingsSetting.EVERY.withDefault(parameters <= FEW ? 1L : 10L) : setting);
        }
        all.addAll(MeasuresSetting.settings());
        all.addAll(List.of(EIGENVALUES, TOLERANCE));
        return List.copyOf(all);
    }

    /**
     * All settings of a file.
     *
     * @param contents its keys and values, the start's and the constants' with their prefix
     * @throws InputException when a name cannot be a parameter's or constant's
     */
    static List<Setting<?>> of(Map<String, ?> contents) {
        List<String> parameters = new ArrayList<>(names(contents, START));
        contents.keySet().stream().filter(key -> isBare(key, contents)).forEach(parameters::add);
        List<String> constants = names(contents, CONSTANTS);
        if (contents.containsKey("start")) {
            throw new InputException("start: " + contents.get("start")
                    + " is not allowed; it must be the parameters with their values, such as {x: 0.5, w: [1, 2]}");
        }
        if (parameters.isEmpty()) {
            throw new InputException("missing: start (the parameters with their values, such as {x: 0.5, w: [1, 2]})");
        }
        List<Setting<?>> fixed = fixed(parameters.size());
        Set<String> keys =
                new LinkedHashSet<>(fixed.stream().<String>map(Setting::name).toList());
        List<Setting<?>> all = new ArrayList<>(fixed);
        // After the loss and the data, as a file has them.
        int place = 2;
        for (String name : parameters) {
            check("start", name);
            if (COLUMNS.contains(name) || name.matches("eigenvalue\\d+")) {
                throw new InputException(
                        "start: " + name + " is the name of a column of every run; call the parameter otherwise");
            }
            Setting<Double> parameter = parameter(name);
            all.add(place++, keys.contains(name) ? parameter.qualified() : parameter);
        }
        for (String name : constants) {
            check("constants", name);
            if (parameters.contains(name)) {
                throw new InputException("constants: " + name + " is a parameter already; call one of them otherwise");
            }
            all.add(place++, constant(name));
        }
        return List.copyOf(all);
    }

    private static Setting<Double> parameter(String name) {
        return Setting.start(name, "parameter", null);
    }

    /** The setting of a constant. */
    static Setting<Double> constant(String name) {
        return Setting.number(name, "constant", "a finite number", Double::isFinite, null)
                .in("constants")
                .qualified();
    }

    /** Whether a key is a parameter without its prefix, as settings on one level have it: one that the loss has. */
    private static boolean isBare(String key, Map<String, ?> contents) {
        if (FIXED.contains(key) || contents.containsKey(START + key) || !Expression.isVariable(key)) {
            return false;
        }
        Set<String> used = used(String.valueOf(contents.get("loss")));
        return used.contains(key) || used.contains(key.replaceFirst("\\d+$", ""));
    }

    private static Set<String> used(String loss) {
        try {
            return Expression.parse(loss).names();
        } catch (ExpressionException e) {
            // What is wrong with it is said when it is built.
            return Set.of();
        }
    }

    private static void check(String key, String name) {
        if (!Expression.isVariable(name)) {
            throw new InputException(key + ": " + name
                    + (Expression.isReserved(name)
                            ? " is a name of the language; call it otherwise"
                            : " is not a name; it must be letters, digits and _, a letter first"));
        }
    }

    private static List<String> names(Map<String, ?> contents, String prefix) {
        return contents.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    /** The names of the parameters among a file's settings, in their order. */
    static List<String> parameters(List<Setting<?>> schema) {
        return schema.stream().filter(Setting::start).map(s -> bare(s.name())).toList();
    }

    /** The start, in the order of the parameters. */
    static double[] start(Settings settings) {
        return parameters(settings.schema()).stream()
                .mapToDouble(name -> settings.get(parameter(name)))
                .toArray();
    }

    /** The names of the constants. */
    static List<String> constants(List<Setting<?>> schema) {
        return schema.stream()
                .<String>map(Setting::name)
                .filter(n -> n.startsWith(CONSTANTS))
                .map(n -> n.substring(CONSTANTS.length()))
                .toList();
    }

    private static String bare(String name) {
        return name.startsWith(START) ? name.substring(START.length()) : name;
    }
}
