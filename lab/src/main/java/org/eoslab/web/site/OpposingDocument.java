package org.eoslab.web.site;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eoslab.experiment.Example;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.run.Table;
import org.eoslab.run.probe.OpposingExamples;

/**
 * The examples with opposing signals of a run as a page shows them: at each reading, of {@code step}, the {@code groups} as places in the lists that follow, the examples'
 * {@code labels} and {@code texts}; those that are images are on a {@linkplain ImageSheet sheet}.
 */
final class OpposingDocument {
    private OpposingDocument() {}

    /**
     * Of a run that has read them; empty where it has not, or its data are not at hand any more.
     *
     * @param experiment gives the run's experiment, asked for only where there are readings
     */
    static Optional<Map<String, Object>> of(Table table, Supplier<Experiment> experiment) {
        int[] rows = readings(table);
        if (rows.length == 0) {
            return Optional.empty();
        }
        Map<String, int[][]> groups = new LinkedHashMap<>();
        for (String group : OpposingExamples.GROUPS) {
            groups.put(
                    group,
                    Arrays.stream(rows)
                            .mapToObj(row -> OpposingExamples.members(table, group, row))
                            .toArray(int[][]::new));
        }
        int[] examples = groups.values().stream()
                .flatMap(Arrays::stream)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        List<Example> shown;
        try {
            Experiment made = experiment.get();
            shown = made.model().examples(made.settings(), examples);
        } catch (InputException e) {
            return Optional.empty();
        }
        return shown.isEmpty() ? Optional.empty() : Optional.of(document(table, rows, groups, examples, shown));
    }

    private static Map<String, Object> document(
            Table table, int[] rows, Map<String, int[][]> groups, int[] examples, List<Example> shown) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "step",
                Arrays.stream(rows).map(row -> (int) table.get("step", row)).toArray());
        Map<String, int[][]> places = new LinkedHashMap<>();
        groups.forEach((group, members) -> places.put(
                group,
                Arrays.stream(members)
                        .map(row -> Arrays.stream(row)
                                .map(example -> Arrays.binarySearch(examples, example))
                                .toArray())
                        .toArray(int[][]::new)));
        json.put("groups", places);
        json.put("labels", shown.stream().map(Example::label).toList());
        json.put(
                "texts",
                shown.stream()
                        .map(example -> example instanceof Example.Text words ? words.text() : "")
                        .toList());
        List<Example.Image> images = shown.stream()
                .filter(Example.Image.class::isInstance)
                .map(Example.Image.class::cast)
                .toList();
        // A data set has images or words.
        if (images.size() == shown.size()) {
            json.put("across", ImageSheet.ACROSS);
            json.put("images", ImageSheet.of(images));
        }
        return json;
    }

    private static int[] readings(Table table) {
        if (!table.has(OpposingExamples.ANTIPHASE)) {
            return new int[0];
        }
        double[] read = table.column(OpposingExamples.ANTIPHASE);
        return IntStream.range(0, read.length)
                .filter(row -> Double.isFinite(read[row]))
                .toArray();
    }
}
