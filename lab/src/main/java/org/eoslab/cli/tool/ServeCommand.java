package org.eoslab.cli.tool;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.InputException;
import org.eoslab.web.Explorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eos serve}: the web explorer. */
@Command(name = "serve", description = "Serve the web explorer on the loopback address.")
public final class ServeCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65535;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "port; 0 picks a free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description =
                    "address to listen on; anything but the loopback address lets others in, by a token (default: ${DEFAULT-VALUE})")
    private String host = "127.0.0.1";

    @Mixin
    private StoreOption store = new StoreOption();

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new InputException("--port: " + port + " is not allowed; it must be from 0 to " + LAST_PORT);
        }
        if (!loopback()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "warning: " + host
                                    + " is not the loopback address; whoever can reach it and has the token below can run experiments here");
        }
        try (Explorer explorer = Explorer.start(host, port, Catalogue.load(), store.open())) {
            if (!Explorer.hasPage()) {
                spec.commandLine()
                        .getErr()
                        .println(
                                "the page is not in this build, which had no Node (20 or later); the JSON interface works without it");
            }
            spec.commandLine().getOut().println("EoS Lab explorer: " + explorer.address() + "  (Ctrl-C stops it)");
            spec.commandLine().getOut().flush();
            explorer.await();
        }
        return 0;
    }

    private boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new InputException("--host: " + host + " is not allowed; it must be an address of this machine");
        }
    }
}
