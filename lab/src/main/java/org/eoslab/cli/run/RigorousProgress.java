package org.eoslab.cli.run;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.eoslab.claim.rigorous.Progress;
import org.jspecify.annotations.Nullable;

/** Progress of a rigorous check on standard error, when that is a terminal; it begins again when the digits rise. */
final class RigorousProgress implements Progress, AutoCloseable {
    private final boolean terminal = System.getenv("EOS_PROGRESS") != null;
    private final String name;
    private int digits;
    private @Nullable ProgressBar bar;

    RigorousProgress(String name) {
        this.name = name;
    }

    @Override
    public void at(long step, long last, int digits) {
        if (!terminal) {
            return;
        }
        if (bar == null || this.digits != digits) {
            close();
            this.digits = digits;
            bar = new ProgressBarBuilder()
                    .setTaskName(name + ", " + digits + " digits")
                    .setInitialMax(last)
                    .setUnit(" steps", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        }
        bar.maxHint(last);
        bar.stepTo(step);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
