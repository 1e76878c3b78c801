package org.eoslab.cli.run;

import org.eoslab.claim.rigorous.ProofProgress;
import org.eoslab.cli.text.ConsoleBar;
import org.jspecify.annotations.Nullable;

/** ProofProgress of a rigorous check: it begins again when the digits rise. */
final class RigorousProgress implements ProofProgress, AutoCloseable {
    private final String name;
    private int digits;
    private @Nullable ConsoleBar bar;

    RigorousProgress(String name) {
        this.name = name;
    }

    @Override
    public void at(long step, long last, int digits) {
        if (bar == null || this.digits != digits) {
            close();
            this.digits = digits;
            bar = new ConsoleBar(name + ", " + digits + " digits", last, " steps", 1);
        }
        bar.last(last);
        bar.to(step);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
