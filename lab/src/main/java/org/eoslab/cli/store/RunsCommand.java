package org.eoslab.cli.store;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eoslab.cli.Json;
import org.eoslab.cli.StoreOption;
import org.eoslab.cli.Table;
import org.eoslab.cli.Text;
import org.eoslab.store.FolderStore;
import org.eoslab.store.RunSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eos runs}: lists, shows, compares and removes the runs in the store. */
@Command(
        name = "runs",
        description = "List the runs in the store (ls), show, compare or remove (rm) some.",
        subcommands = {RunsCommand.Ls.class, ShowCommand.class, CompareCommand.class, RunsCommand.Rm.class})
public final class RunsCommand implements Runnable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Override
    public void run() {
        list(store.open(), json, spec.commandLine().getOut());
    }

    private static void list(FolderStore store, boolean json, PrintWriter out) {
        List<RunSummary> runs = store.list();
        if (json) {
            Json.print(out, runs.stream().map(RunDocuments::toMap).toList());
            return;
        }
        if (runs.isEmpty()) {
            out.println("no runs in " + store.folder());
        } else {
            Table table =
                    new Table("run", "started (UTC)", "status", "outcome", "took", "crossing", "cycles", "claims");
            for (RunSummary r : runs) {
                table.row(
                        r.id(),
                        TIME.format(r.started()),
                        r.status().label(),
                        r.outcome().isEmpty() ? "–" : r.outcome(),
                        Double.isNaN(r.seconds()) ? "–" : Text.number(r.seconds()) + " s",
                        r.firstCrossing() < 0 ? "–" : String.valueOf(r.firstCrossing()),
                        String.valueOf(r.cycles()),
                        claims(r));
            }
            out.println(table);
        }
        out.flush();
    }

    private static String claims(RunSummary r) {
        return r.claimsHold() + " hold" + (r.claimsFail() == 0 ? "" : ", " + r.claimsFail() + " fail");
    }

    /** {@code eos runs ls}. */
    @Command(name = "ls", description = "List the runs, the newest first.")
    static final class Ls implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private StoreOption store = new StoreOption();

        @Option(names = "--json", description = "one JSON document")
        private boolean json;

        @Override
        public void run() {
            list(store.open(), json, spec.commandLine().getOut());
        }
    }

    /** {@code eos runs rm}. */
    @Command(name = "rm", description = "Remove runs and their files.")
    static final class Rm implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private StoreOption store = new StoreOption();

        @Option(names = "--json", description = "one JSON document")
        private boolean json;

        @Parameters(paramLabel = "ID", arity = "1..*", description = "whole ids, as ls shows them")
        private List<String> ids = List.of();

        @Override
        public void run() {
            FolderStore open = store.open();
            ids.forEach(open::delete);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                Json.print(out, Map.of("removed", ids));
            } else {
                out.println("removed " + String.join(", ", ids));
                out.flush();
            }
        }
    }
}
