package org.eoslab.cli.text;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * The line of a progress bar: {@code name 37 % [====    ] 302,031 of 810,000 runs, 3,240 runs/s, 2:36 left}. The rate is that
 * of the work under way, without what was there before.
 *
 * @param unit what is counted, such as {@code " steps"}
 * @param unitSize how many of the counted make a unit
 */
record ConsoleBarText(String unit, long unitSize) implements ProgressBarRenderer {
    private static final int WIDEST = 30;

    @Override
    public String render(ProgressState state, int width) {
        return line(
                state.getTaskName(),
                state.getStart(),
                state.getCurrent(),
                state.isIndefinite() ? -1 : state.getMax(),
                state.getElapsedAfterStart(),
                state.getExtraMessage(),
                width);
    }

    /**
     * The line.
     *
     * @param start the count at which this work began
     * @param last where it ends; −1 when nobody knows
     * @param width the most characters it may have
     */
    String line(String task, long start, long count, long last, Duration elapsed, String extra, int width) {
        double seconds = elapsed.toMillis() / 1e3;
        double rate = seconds >= 1 ? (count - start) / seconds : 0;
        StringBuilder numbers = new StringBuilder(number(count));
        if (last >= 0) {
            numbers.append(" of ").append(number(last));
        }
        numbers.append(unit);
        if (rate > 0) {
            numbers.append(", ").append(rate(rate)).append(unit).append("/s");
            if (last > count) {
                numbers.append(", ")
                        .append(clock(Math.round((last - count) / rate)))
                        .append(" left");
            }
        }
        if (!extra.isEmpty()) {
            numbers.append("  ").append(extra);
        }
        String share = last > 0 ? String.format(Locale.ROOT, " %3d %% ", 100 * count / last) : " ";
        int room = Math.min(WIDEST, width - task.length() - share.length() - numbers.length() - 3);
        String line = task + share + (last > 0 && room > 3 ? bar(count, last, room) : "") + numbers;
        // As long as the terminal is wide, so that nothing is left of a longer line before.
        return (line + " ".repeat(Math.max(0, width - line.length()))).substring(0, Math.max(0, width));
    }

    private static String bar(long count, long last, int room) {
        int full = (int) (room * Math.min(1.0, count / (double) last));
        return "[" + "=".repeat(full) + " ".repeat(room - full) + "] ";
    }

    private String number(long count) {
        return unitSize == 1
                ? String.format(Locale.ROOT, "%,d", count)
                : String.format(Locale.ROOT, "%,.1f", count / (double) unitSize);
    }

    private String rate(double rate) {
        double units = rate / unitSize;
        return String.format(Locale.ROOT, units < 10 ? "%.1f" : "%,.0f", units);
    }

    private static String clock(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
