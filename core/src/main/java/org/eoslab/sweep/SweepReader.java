package org.eoslab.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.Wanted;
import org.eoslab.expression.Calculation;
import org.eoslab.expression.ExpressionException;

/** Reads the contents of a sweep file: an experiment, by model or preset, and a {@code sweep} section. */
final class SweepReader {
    private static final List<String> KEYS = List.of(
            "design", "runs", "seed", "axes", "derived", "columns", "target-loss", "certificate-step", "budget");
    private static final List<String> AXIS_KEYS = List.of("from", "to", "points", "scale", "values");

    private SweepReader() {}

    static Sweep read(Map<String, ?> file, Catalogue catalogue) {
        Map<String, Object> settings = new LinkedHashMap<>(file);
        Map<String, Object> section = Entries.map("sweep", settings.remove("sweep"));
        settings.remove("plots");
        settings.remove("border");
        Entries.checkKeys("sweep", section.keySet(), KEYS);
        Design design = design(section);
        Map<String, Object> rawAxes = Entries.map("sweep: axes", section.get("axes"));
        Map<String, Object> rawDerived =
                section.containsKey("derived") ? Entries.map("sweep: derived", section.get("derived")) : Map.of();
        Experiment base = base(settings, catalogue, rawAxes, rawDerived, design);
        List<Axis> axes = new ArrayList<>();
        rawAxes.forEach((name, raw) -> axes.add(axis(name, raw, base, design)));
        Map<String, Calculation> derivedSettings = new LinkedHashMap<>();
        Map<String, Calculation> derivedColumns = new LinkedHashMap<>();
        rawDerived.forEach((name, text) -> {
            Calculation formula = calculation(name, text);
            (base.settings().has(name) ? derivedSettings : derivedColumns).put(name, formula);
        });
        double targetLoss = section.containsKey("target-loss")
                ? Entries.number("sweep: target-loss", section.get("target-loss"))
                : Double.NaN;
        boolean certificateStep = Boolean.parseBoolean(String.valueOf(section.getOrDefault("certificate-step", false)));
        List<String> finals = finals(section);
        Sweep sweep = new Sweep(
                base,
                design,
                List.copyOf(axes),
                runs(section, design, axes),
                (long) Entries.number("sweep: seed", section.getOrDefault("seed", 1)),
                derivedSettings,
                derivedColumns,
                finals,
                targetLoss,
                certificateStep,
                budget(section),
                PartitionSize.of(base, new Wanted(finals, targetLoss, certificateStep)));
        SweepNames.check(sweep);
        return sweep;
    }

    /** The base experiment: what the axes and formulas set may be missing from it, and takes the value of the first point. */
    private static Experiment base(
            Map<String, Object> file,
            Catalogue catalogue,
            Map<String, Object> axes,
            Map<String, Object> derived,
            Design design) {
        Map<String, Object> settings = new LinkedHashMap<>(file);
        Object presetName = settings.remove("preset");
        Optional<Preset> preset = Optional.ofNullable(presetName).map(name -> catalogue.preset(String.valueOf(name)));
        Object model = preset.<Object>map(Preset::model).orElse(settings.get("model"));
        if (model == null) {
            throw new InputException("missing: model or preset");
        }
        Map<String, Object> given = new LinkedHashMap<>(settings);
        preset.ifPresent(p -> p.settings().forEach(given::putIfAbsent));
        Map<String, Object> named = new LinkedHashMap<>(given);
        axes.keySet().forEach(name -> named.putIfAbsent(name, ""));
        derived.keySet().forEach(name -> named.putIfAbsent(name, ""));
        List<Setting<?>> schema = catalogue.model(String.valueOf(model)).settings(Settings.flattened(named));
        List<String> known = Settings.known(schema, named.keySet());
        Map<String, Double> first = new LinkedHashMap<>();
        Map<String, Object> point = new LinkedHashMap<>();
        axes.forEach((name, raw) -> {
            Axis axis = interval(name, raw, design, false);
            Object value = axis.point(0);
            if (known.contains(name)) {
                point.put(name, value);
            }
            if (value instanceof Number n) {
                first.put(name, n.doubleValue());
            }
        });
        derived.forEach((name, text) -> {
            if (known.contains(name)) {
                double value = calculation(name, text).value(n -> firstValue(n, first, given));
                first.put(name, value);
                point.put(name, value);
            }
        });
        Map<String, Object> changes = Settings.merged(schema, settings, point);
        if (preset.isEmpty()) {
            return catalogue.experiment(changes);
        }
        changes.remove("model");
        return catalogue.experiment(preset.get()).with(changes);
    }

    private static Calculation calculation(String name, Object text) {
        try {
            return Calculation.parse(String.valueOf(text));
        } catch (ExpressionException e) {
            String whole = String.valueOf(text);
            String shown = whole.length() > 100 ? whole.substring(0, 100) + "…" : whole;
            throw new InputException("sweep: derived: " + name + ": " + shown + ": " + e.getMessage());
        }
    }

    private static double firstValue(String name, Map<String, Double> first, Map<String, Object> settings) {
        Double axis = first.getOrDefault(name, first.get("start." + name));
        if (axis != null) {
            return axis;
        }
        Object value = settings.get(name);
        if (value == null && settings.get("start") instanceof Map<?, ?> start) {
            value = start.get(name);
        }
        if (value == null) {
            throw new InputException("formula: " + name + " is neither an axis nor a setting given in this file");
        }
        return Entries.number(name, value);
    }

    private static Axis axis(String name, Object raw, Experiment base, Design design) {
        boolean whole = base.settings().schema().stream()
                .anyMatch(s -> s.name().equals(name) && s.kind() == Setting.Kind.INTEGER);
        return interval(name, raw, design, whole);
    }

    private static Axis interval(String name, Object raw, Design design, boolean whole) {
        String where = "sweep: axes: " + name;
        Map<String, Object> axis = Entries.map(where, raw);
        Entries.checkKeys(where, axis.keySet(), AXIS_KEYS);
        if (axis.get("values") instanceof List<?> values && !values.isEmpty()) {
            if (values.stream().anyMatch(Objects::isNull)) {
                throw new InputException(
                        "axes: " + name + ": values: null is not allowed; they must be numbers or texts");
            }
            return new Axis.Values(name, List.copyOf(values));
        }
        double from = Entries.number(where + ": from", axis.get("from"));
        double to = Entries.number(where + ": to", axis.get("to"));
        if (!(from < to)) {
            throw new InputException(where + ": from " + from + " to " + to + " is not allowed; to must be above from");
        }
        String scale = String.valueOf(axis.getOrDefault("scale", "linear"));
        boolean log = scale.equals("log");
        if (!log && !scale.equals("linear")) {
            throw new InputException(where + ": scale: " + scale + " is not allowed; it must be linear or log");
        }
        if (log && !(from > 0)) {
            throw new InputException(where + ": from: " + from + " is not allowed on a log scale; it must be > 0");
        }
        double points = design == Design.GRID ? Entries.number(where + ": points", axis.get("points")) : 2;
        if (!(points >= 2 && points <= 1e9 && points == Math.rint(points))) {
            throw new InputException(
                    where + ": points: " + points + " is not allowed; it must be a whole number from 2 to 1e9");
        }
        return new Axis.Interval(name, from, to, (int) points, log, whole);
    }

    private static Design design(Map<String, Object> section) {
        String text = String.valueOf(section.getOrDefault("design", "grid"));
        for (Design design : Design.values()) {
            if (design.name().toLowerCase(Locale.ROOT).equals(text)) {
                return design;
            }
        }
        throw new InputException("sweep: design: " + text + " is not allowed; it must be grid, random or sobol");
    }

    private static long runs(Map<String, Object> section, Design design, List<Axis> axes) {
        if (design == Design.GRID) {
            double runs = axes.stream().mapToDouble(Axis::points).reduce(1, (a, b) -> a * b);
            if (section.containsKey("runs")) {
                throw new InputException(
                        "sweep: runs: is for random and sobol designs; this grid has " + (long) runs + " points");
            }
            return (long) runs;
        }
        double runs = Entries.number("sweep: runs", section.get("runs"));
        double most = design == Design.SOBOL ? Integer.MAX_VALUE - 2.0 : 0x1p53;
        if (!(runs >= 1 && runs <= most && runs == Math.rint(runs))) {
            throw new InputException(
                    "sweep: runs: " + runs + " is not allowed; it must be a whole number from 1 to " + (long) most);
        }
        return (long) runs;
    }

    private static List<String> finals(Map<String, Object> section) {
        Object raw = section.getOrDefault("columns", List.of("loss", "sharpness"));
        if (!(raw instanceof List<?> list)) {
            throw new InputException(
                    "sweep: columns: " + raw + " is not allowed; it must be a list of the model's columns");
        }
        return list.stream().map(String::valueOf).toList();
    }

    private static Sweep.Budget budget(Map<String, Object> section) {
        if (!section.containsKey("budget")) {
            return Sweep.Budget.DEFAULT;
        }
        Map<String, Object> budget = Entries.map("sweep: budget", section.get("budget"));
        Entries.checkKeys("sweep: budget", budget.keySet(), List.of("runs", "steps"));
        return new Sweep.Budget(
                Entries.number("sweep: budget: runs", budget.getOrDefault("runs", Sweep.Budget.DEFAULT.runs())),
                Entries.number("sweep: budget: steps", budget.getOrDefault("steps", Sweep.Budget.DEFAULT.steps())));
    }
}
