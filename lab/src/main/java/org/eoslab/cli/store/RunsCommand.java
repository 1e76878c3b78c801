package org.eoslab.cli.store;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eoslab.cli.text.Text;
import org.eoslab.cli.text.TextTable;
import org.eoslab.job.sweep.StoredSweep;
import org.eoslab.store.FolderStore;
import org.eoslab.store.RunSummary;
import org.eoslab.store.SweepFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code eos runs}: lists, shows, compares and removes the runs in the store. */
@Command(
        name = "runs",
        description = "List the runs in the store (ls), show, compare, verify or remove (rm) some.",
        subcommands = {
            RunsCommand.Ls.class,
            RunsCommand.Sweeps.class,
            ShowCommand.class,
            CompareCommand.class,
            VerifyStoreCommand.class,
            RunsCommand.Rm.class
        })
public final class RunsCommand implements Runnable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Mixin
    private StoreQueryOptions inquiry = new StoreQueryOptions();

    @Override
    public void run() {
        list(inquiry);
    }

    private static void list(StoreQueryOptions inquiry) {
        FolderStore store = inquiry.open();
        List<RunSummary> runs = store.list();
        runs.forEach(run -> inquiry.warn(run.problem()));
        inquiry.answer(() -> runs.stream().map(RunDocuments::toMap).toList(), out -> {
            if (runs.isEmpty()) {
                out.println("no runs in " + store.folder());
            } else {
                out.println(table(runs));
            }
            List<SweepFiles> sweeps = sweeps(store);
            if (!sweeps.isEmpty()) {
                out.println();
                out.println(sweepTable(sweeps));
            }
        });
    }

    private static List<SweepFiles> sweeps(FolderStore store) {
        return StoredSweep.all(SweepFiles.of(store.folder()));
    }

    private static TextTable sweepTable(List<SweepFiles> sweeps) {
        TextTable table = new TextTable("sweep", "model", "rows", "axes", "folder");
        for (SweepFiles files : sweeps) {
            Map<String, Object> sweep = StoredSweep.document(files);
            String name = files.name();
            String folder = files.folder().toString();
            if (sweep.containsKey("error")) {
                table.row(name, "–", "–", "–", folder).detail(String.valueOf(sweep.get("error")));
                continue;
            }
            boolean border = Boolean.TRUE.equals(sweep.get("border"));
            String rows = border ? "border" : sweep.get("made") + " of " + sweep.get("runs");
            table.row(name, String.valueOf(sweep.get("model")), rows, String.valueOf(sweep.get("axes")), folder);
        }
        return table;
    }

    private static TextTable table(List<RunSummary> runs) {
        TextTable table =
                new TextTable("run", "started (UTC)", "status", "outcome", "took", "crossing", "cycles", "claims");
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
        return table;
    }

    private static String claims(RunSummary r) {
        if (r.claimsHold() + r.claimsFail() == 0) {
            return "–";
        }
        return r.claimsHold() + " hold" + (r.claimsFail() == 0 ? "" : ", " + r.claimsFail() + " fail");
    }

    /** {@code eos runs ls}. */
    @Command(name = "ls", description = "List the runs, the newest first, and the sweeps.")
    static final class Ls implements Runnable {
        @Mixin
        private StoreQueryOptions inquiry = new StoreQueryOptions();

        @Override
        public void run() {
            list(inquiry);
        }
    }

    /** {@code eos runs sweeps}. */
    @Command(
            name = "sweeps",
            description = "List the sweeps in the store: how many of their rows are there, and where.")
    static final class Sweeps implements Runnable {
        @Mixin
        private StoreQueryOptions inquiry = new StoreQueryOptions();

        @Override
        public void run() {
            FolderStore store = inquiry.open();
            List<SweepFiles> sweeps = sweeps(store);
            inquiry.answer(
                    () -> sweeps.stream().map(StoredSweep::document).toList(),
                    out -> out.println(sweeps.isEmpty() ? "no sweeps in " + store.folder() : sweepTable(sweeps)));
        }
    }

    /** {@code eos runs rm}. */
    @Command(name = "rm", description = "Remove runs and their files.")
    static final class Rm implements Runnable {
        @Mixin
        private StoreQueryOptions inquiry = new StoreQueryOptions();

        @Parameters(paramLabel = "ID", arity = "1..*", description = "whole ids, as ls shows them")
        private List<String> ids = List.of();

        @Override
        public void run() {
            FolderStore open = inquiry.open();
            ids.forEach(open::delete);
            inquiry.answer(() -> Map.of("removed", ids), out -> out.println("removed " + String.join(", ", ids)));
        }
    }
}
