package org.eoslab.job;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Finding;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.Timeline;
import org.eoslab.run.probe.SpectralDensityProbe;
import org.jspecify.annotations.Nullable;

/** The JSON document of a run, as a tree of maps and lists. */
public final class RunJson {
    private static final List<String> PHASES = List.of("", "I", "II.1", "II.2");

    private static final String SIGNIFICAND = "Significand";
    private static final String EXPONENT = "Exponent";
    private static final String EIGENVALUES = "topEigenvalues";

    /** Numbered columns that become one list, by what stands before the number. */
    private static final Map<String, String> LISTS = Map.of(
            "eigenvalue",
            EIGENVALUES,
            SpectralDensityProbe.NODE,
            "densityNodes",
            SpectralDensityProbe.WEIGHT,
            "densityWeights");

    /** Events of a kind to list: a run that alternates across the threshold has one every other step. */
    private static final int MOST_EVENTS = 1000;

    private RunJson() {}

    /**
     * The document.
     *
     * @param id the run's id in the store; null when it is not stored
     * @param preset the preset or file name
     * @param shown which recorded steps become {@code states}
     */
    public static Map<String, Object> of(Run run, @Nullable String id, String preset, Recording shown) {
        Map<String, Object> json = new LinkedHashMap<>();
        Timeline timeline = run.trajectory().timeline();
        json.put("id", id);
        json.put("preset", preset);
        json.put("model", run.experiment().model().name());
        json.put("version", Version.current());
        json.put("settings", run.experiment().settings().flat());
        json.put("outcome", run.trajectory().outcome().label());
        json.put("steps", run.trajectory().end().step());
        json.put("threshold", number(timeline.threshold()));
        json.put("firstCrossing", timeline.firstCrossing() < 0 ? null : timeline.firstCrossing());
        put(json, "crossUp", timeline.crossUp());
        put(json, "crossDown", timeline.crossDown());
        put(json, "cycles", timeline.cycles());
        json.put("states", states(run.trajectory().table(), run.experiment().steps(), shown));
        json.put("certificate", run.certificate().map(RunJson::certificate).orElse(null));
        json.put("remarks", run.remarks());
        json.put("claims", run.findings().stream().map(RunJson::claim).toList());
        return json;
    }

    /** The first of the events, and under {@code nameCount} how many there are. */
    private static void put(Map<String, Object> json, String name, List<?> events) {
        json.put(name, events.subList(0, Math.min(MOST_EVENTS, events.size())));
        json.put(name + "Count", events.size());
    }

    /** A claim's finding. */
    public static Map<String, Object> claim(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", finding.id());
        json.put("statement", finding.statement());
        json.put("source", finding.source());
        json.put("verdict", finding.verdict().label());
        json.put("margin", number(finding.margin()));
        json.put("worstStep", finding.worstStep() < 0 ? null : finding.worstStep());
        json.put("attained", finding.attained());
        json.put("note", finding.note());
        return json;
    }

    /** A certificate. */
    public static Map<String, Object> certificate(Certificate certificate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", certificate.step());
        json.put("limitSharpnessLow", certificate.limitSharpnessLow());
        json.put("limitSharpnessHigh", certificate.limitSharpnessHigh());
        return json;
    }

    private static List<Map<String, Object>> states(Table table, long last, Recording shown) {
        List<String> names = table.names();
        double[][] columns = names.stream().map(table::column).toArray(double[][]::new);
        List<Optional<String>> lists = names.stream()
                .map(name -> Optional.ofNullable(LISTS.get(name.replaceFirst("\\d+$", ""))))
                .toList();
        List<Map<String, Object>> states = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            long step = (long) columns[0][row];
            if (shown.keeps(step, last)) {
                states.add(state(names, lists, columns, row));
            }
        }
        return states;
    }

    /**
     * One row.
     *
     * @param listOf the list that each column is part of, if any
     */
    private static Map<String, Object> state(
            List<String> names, List<Optional<String>> listOf, double[][] columns, int row) {
        Map<String, Object> state = new LinkedHashMap<>();
        Map<String, List<Double>> lists = new LinkedHashMap<>();
        for (int c = 0; c < names.size(); c++) {
            String name = names.get(c);
            double value = columns[c][row];
            switch (name) {
                case "step", "products" -> state.put(name, whole(value));
                case "phase" -> state.put(name, PHASES.get((int) value));
                case "clipped" -> state.put(name, value != 0);
                default -> {
                    if (isPart(names, name)) {
                        continue;
                    }
                    Optional<String> list = listOf.get(c);
                    if (list.isEmpty()) {
                        state.put(name, number(value));
                    } else if (Double.isFinite(value) || list.get().equals(EIGENVALUES)) {
                        lists.computeIfAbsent(list.get(), l -> new ArrayList<>())
                                .add(number(value));
                    }
                }
            }
        }
        for (int c = 0; c < names.size(); c++) {
            String name = names.get(c);
            int exponent = names.indexOf(name + EXPONENT);
            if (exponent >= 0 && columns[exponent][row] != 0 && Double.isFinite(columns[exponent][row])) {
                state.put(
                        name, extended(columns[names.indexOf(name + SIGNIFICAND)][row], (int) columns[exponent][row]));
            }
        }
        state.putAll(lists);
        return state;
    }

    /** Whether a column is the significand or the exponent of another one, whose number doubles cannot hold. */
    private static boolean isPart(List<String> names, String name) {
        return Stream.of(SIGNIFICAND, EXPONENT)
                .anyMatch(part ->
                        name.endsWith(part) && names.contains(name.substring(0, name.length() - part.length())));
    }

    /** A number, or null where JSON has none. */
    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static @Nullable Long whole(double value) {
        return Double.isFinite(value) ? (Long) (long) value : null;
    }

    /** significand·2^exponent as a double, or as a decimal string of 17 digits where a double cannot hold it. */
    private static Object extended(double significand, int exponent) {
        double plain = Math.scalb(significand, exponent);
        if (significand == 0 || Math.abs(plain) >= Double.MIN_NORMAL) {
            return plain;
        }
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(-exponent), MathContext.DECIMAL128);
        return new BigDecimal(significand)
                .multiply(power)
                .round(new MathContext(17))
                .toString()
                .replace('E', 'e');
    }
}
