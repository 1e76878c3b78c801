package org.eoslab.cli.tool;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress of a sweep on standard error, with rate and time left, when that is a terminal. */
final class SweepProgress implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    SweepProgress(String name, long rows) {
        bar = System.getenv("EOS_PROGRESS") == null
                ? null
                : new ProgressBarBuilder()
                        .setTaskName(name)
                        .setInitialMax(rows)
                        .setUnit(" runs", 1)
                        .showSpeed()
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .build();
    }

    synchronized void add(long rows) {
        if (bar != null) {
            bar.stepBy(rows);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
