package org.eoslab.cli;

import java.util.Locale;

/** Numbers as people read them. */
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
}
