package org.eoslab.cli.text;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error with rate and time left; where that is no terminal it shows nothing. */
public final class ConsoleBar implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    /**
     * A bar at 0.
     *
     * @param task what is under way
     * @param last where it ends; −1 when nobody knows
     * @param unit what is counted, such as {@code " steps"}
     * @param unitSize how many of the counted make a unit
     */
    public ConsoleBar(String task, long last, String unit, long unitSize) {
        this(task, 0, last, unit, unitSize);
    }

    /** A bar that stands at {@code from} after its first second: what shows itself only on work that takes longer. */
    public ConsoleBar(String task, long from, long last, String unit, long unitSize) {
        bar = isShown()
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(last)
                        .startsFrom(from, from == 0 ? Duration.ZERO : Duration.ofSeconds(1))
                        .setRenderer(new ConsoleBarText(unit, unitSize))
                        .setUpdateIntervalMillis(200)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .build()
                : null;
    }

    /** Whether standard error is a terminal: the launcher says so. */
    public static boolean isShown() {
        return System.getenv("EOS_PROGRESS") != null;
    }

    /** Moves to a count. */
    public void to(long count) {
        if (bar != null) {
            bar.stepTo(count);
        }
    }

    /** Moves on; several threads may call it. */
    public synchronized void add(long count) {
        if (bar != null) {
            bar.stepBy(count);
        }
    }

    /** Corrects where it ends. */
    public void last(long last) {
        if (bar != null) {
            bar.maxHint(last);
        }
    }

    /** What it says behind the numbers. */
    public void say(String message) {
        if (bar != null) {
            bar.setExtraMessage(message);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
