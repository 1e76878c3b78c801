package org.eoslab.cli.run;

import java.util.Arrays;
import org.eoslab.cli.option.Interruption;
import org.eoslab.cli.text.ConsoleBar;
import org.eoslab.cli.text.Text;
import org.eoslab.dynamics.State;
import org.eoslab.run.Observer;
import org.jspecify.annotations.Nullable;

/**
 * RunProgress of a run on standard error, with rate, time left and a live sparkline of the sharpness; also what ends a run that
 * the user interrupts. Shows itself only after a second, and only on a terminal.
 */
final class RunProgress implements Observer, AutoCloseable {
    private static final long SECOND = 1_000_000_000L;
    private static final int SPARKLINE_WIDTH = 24;

    /** Reading the clock costs as much as a step of a small model, so those look at it every so many steps. */
    private static final int STRIDE = 1024;

    private static final int SMALL = 1000;

    private final String name;
    private final long last;
    private final double[] recent = new double[SPARKLINE_WIDTH];
    private long next = System.nanoTime() + SECOND;
    private @Nullable ConsoleBar bar;

    RunProgress(String name, long last) {
        this.name = name;
        this.last = last;
        Arrays.fill(recent, Double.NaN);
    }

    @Override
    public boolean observe(State state, double[] row) {
        if (state.parameters().length < SMALL && state.step() % STRIDE != 0) {
            return true;
        }
        if (ConsoleBar.isShown()) {
            show(state);
        }
        return !Interruption.requested();
    }

    private void show(State state) {
        if (state.curvature().step() == state.step()) {
            System.arraycopy(recent, 1, recent, 0, recent.length - 1);
            recent[recent.length - 1] = state.curvature().critical().largest();
        }
        long now = System.nanoTime();
        if (now < next) {
            return;
        }
        next = now + SECOND / 5;
        if (bar == null) {
            bar = new ConsoleBar(name, state.step(), last, " steps", 1);
        }
        bar.to(state.step());
        bar.say(Text.sparkline(recent, recent.length));
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
