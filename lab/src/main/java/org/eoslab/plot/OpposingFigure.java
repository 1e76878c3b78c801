package org.eoslab.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eoslab.experiment.Example;
import org.eoslab.experiment.Experiment;
import org.eoslab.run.Table;
import org.eoslab.run.probe.OpposingExamples;

/**
 * The examples with opposing signals themselves: at one step those whose loss rises most over those whose loss falls most, and below them those of the next step. The frame of an example
 * has the colour of the group that it is in at the first of these steps.
 */
final class OpposingFigure {
    private static final List<String> NAMES = List.of("loss rises most", "loss falls most");
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 640;

    private OpposingFigure() {}

    /**
     * Of a run that has read them, or has begun to.
     *
     * @param table its rows so far
     * @param firstCrossing the first step above the threshold, −1 while there is none
     */
    static Optional<Figure> of(String title, Experiment experiment, Table table, long firstCrossing) {
        Readings readings = Readings.of(table, OpposingExamples.ANTIPHASE);
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        int row = shown(table, readings.rows(), firstCrossing);
        int[][] groups = OpposingExamples.GROUPS.stream()
                .map(group -> OpposingExamples.members(table, group, row))
                .toArray(int[][]::new);
        int[] places =
                Arrays.stream(groups).flatMapToInt(Arrays::stream).distinct().toArray();
        List<Integer> all = Arrays.stream(places).boxed().toList();
        List<Example> examples = experiment.model().examples(experiment.settings(), places);
        if (examples.isEmpty()) {
            return Optional.empty();
        }
        long step = (long) table.get("step", row);
        List<Gallery.Row> rows = new ArrayList<>();
        for (int group = 0; group < groups.length; group++) {
            List<Gallery.Cell> cells = new ArrayList<>();
            for (int i = 0; i < groups[group].length; i++) {
                int number = groups[group][i];
                double change = table.get(OpposingExamples.change(OpposingExamples.GROUPS.get(group)) + (i + 1), row);
                cells.add(new Gallery.Cell(number, examples.get(all.indexOf(number)), change, group(groups, number)));
            }
            long from = step + group / 2;
            rows.add(new Gallery.Row("step " + from + " to " + (from + 1) + ": " + NAMES.get(group % 2), cells));
        }
        double exchanged = table.get("opposingExchanged", row);
        return Optional.of(new Figure(
                "opposing",
                title + ": examples with opposing signals",
                String.format(
                        Locale.ROOT,
                        "of %d readings the one whose groups are furthest apart%s%n%.0f %% of the examples are in the other group of the next step (frames: orange rose first, blue fell first)",
                        readings.rows().length,
                        firstCrossing > 0 ? ", from the first crossing of the threshold on" : "",
                        100 * exchanged),
                1,
                WIDTH,
                HEIGHT,
                List.of(new Gallery("", rows))));
    }

    /** The reading with the largest difference of the groups, of those at the edge where there are any. */
    private static int shown(Table table, int[] rows, long firstCrossing) {
        Comparator<Integer> apart =
                Comparator.comparingDouble(row -> table.get("opposingRise", row) - table.get("opposingFall", row));
        return IntStream.of(rows)
                .boxed()
                .filter(row -> firstCrossing >= 0 && table.get("step", row) >= firstCrossing)
                .max(apart)
                .or(() -> IntStream.of(rows).boxed().max(apart))
                .orElseThrow();
    }

    /** The group of this step that an example is in: 1 for rising, 2 for falling, 0 for neither. */
    private static int group(int[][] groups, int number) {
        return 1
                + IntStream.range(0, 2)
                        .filter(group -> IntStream.of(groups[group]).anyMatch(i -> i == number))
                        .findFirst()
                        .orElse(-1);
    }
}
