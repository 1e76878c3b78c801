package org.eoslab.cli.run;

import picocli.CommandLine.Command;

/** {@code eos window}: the EoS window of learning rates of an initial point (Proposition C.1). */
@Command(name = "window", description = "The EoS window of learning rates of an initial point.")
public final class WindowCommand implements Runnable {
    @Override
    public void run() {}
}
