package org.eoslab.cli.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers and texts as people read them. */
public final class Text {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private Text() {}

    /** Six significant digits, without trailing zeros; a dash for NaN. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return String.valueOf((long) value);
        }
        String text = String.format(Locale.ROOT, "%.6g", value);
        if (text.contains("e")) {
            return text.replaceFirst("0*e", "e").replaceFirst("\\.e", "e");
        }
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** A line of blocks, one for the largest value of each stretch of {@code values}; NaN is passed over. */
    public static String sparkline(double[] values, int width) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double[] peaks = new double[Math.min(width, values.length)];
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] = Double.NaN;
            int end = (int) ((i + 1L) * values.length / peaks.length);
            for (int j = (int) ((long) i * values.length / peaks.length); j < end; j++) {
                if (!Double.isNaN(values[j]) && !(peaks[i] >= values[j])) {
                    peaks[i] = values[j];
                }
            }
            if (!Double.isNaN(peaks[i])) {
                low = Math.min(low, peaks[i]);
                high = Math.max(high, peaks[i]);
            }
        }
        StringBuilder line = new StringBuilder();
        for (double peak : peaks) {
            if (Double.isNaN(peak)) {
                line.append(' ');
            } else {
                double share = high > low ? (peak - low) / (high - low) : 0.5;
                line.append(BLOCKS.charAt((int) Math.min(BLOCKS.length() - 1, share * BLOCKS.length())));
            }
        }
        return line.toString();
    }

    /** The text folded to a width: its first line after {@code start}, the others indented. */
    public static List<String> folded(String start, String text, int width, int indent) {
        if (text.length() <= width) {
            return List.of((start + text).stripTrailing());
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(start);
        int length = 0;
        for (String word : text.split(" ", -1)) {
            if (length > 0 && length + 1 + word.length() > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(indent));
                length = 0;
            }
            line.append(length == 0 ? "" : " ").append(word);
            length += (length == 0 ? 0 : 1) + word.length();
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** The names of files; of more than two that differ by their numbers only the first, the last and how many they are. */
    public static List<String> names(List<Path> files) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            alike.computeIfAbsent(name.replaceAll("\\d+", "0"), k -> new ArrayList<>())
                    .add(name);
        }
        List<String> lines = new ArrayList<>();
        for (List<String> names : alike.values()) {
            if (names.size() > 2) {
                lines.add(names.get(0) + " … " + names.get(names.size() - 1) + " (" + names.size() + " files)");
            } else {
                lines.addAll(names);
            }
        }
        return List.copyOf(lines);
    }
}
