package org.eoslab.cli.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.cli.text.TextTable;
import org.eoslab.store.FolderStore;
import org.eoslab.store.StoredRun;
import org.eoslab.store.SweepFiles;
import org.eoslab.store.file.Checksums;
import org.eoslab.store.file.Checksums.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code eos runs verify}: whether the bytes in the store are those that were written. */
@Command(
        name = "verify",
        description = "Compare every file of the store, or of some runs, with its checksum; it only reads.")
final class VerifyStoreCommand implements Callable<Integer> {
    @Mixin
    private StoreQueryOptions inquiry = new StoreQueryOptions();

    @Parameters(paramLabel = "ID", arity = "0..*", description = "ids, or enough of the start of each (default: all)")
    private List<String> ids = List.of();

    /** What was found of a run or a sweep. */
    private record Checked(String name, Path folder, List<Checksums.Finding> findings) {
        List<Checksums.Finding> bad() {
            return findings.stream().filter(Checksums.Finding::bad).toList();
        }

        long count(Verdict verdict) {
            return findings.stream().filter(f -> f.verdict() == verdict).count();
        }

        Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("name", name);
            document.put("folder", folder.toString());
            document.put("verdict", verdict().label());
            document.put(
                    "files",
                    findings.stream()
                            .map(f -> Map.of(
                                    "file",
                                    folder.relativize(f.file()).toString(),
                                    "verdict",
                                    f.verdict().label()))
                            .toList());
            return document;
        }

        /** The worst of the files' verdicts. */
        Verdict verdict() {
            for (Verdict verdict : List.of(Verdict.DAMAGED, Verdict.MISSING, Verdict.NO_CHECKSUM)) {
                if (count(verdict) > 0) {
                    return verdict;
                }
            }
            return Verdict.OK;
        }
    }

    @Override
    public Integer call() {
        FolderStore store = inquiry.open();
        List<Checked> all = new ArrayList<>();
        List<StoredRun> runs =
                ids.isEmpty() ? store.runs() : ids.stream().map(store::find).toList();
        runs.forEach(run -> all.add(new Checked(run.id(), run.folder(), run.verify())));
        if (ids.isEmpty()) {
            for (SweepFiles sweep : store.sweeps()) {
                all.add(new Checked("sweep " + sweep.name(), sweep.folder(), sweep.verify()));
            }
        }
        boolean bad = all.stream().anyMatch(checked -> !checked.bad().isEmpty());
        inquiry.answer(
                () -> Map.of(
                        "ok",
                        !bad,
                        "checked",
                        all.stream().map(Checked::document).toList()),
                out -> {
                    if (all.isEmpty()) {
                        out.println("no runs in " + store.folder());
                    } else {
                        out.println(table(all));
                    }
                });
        return bad ? ExitCode.FAILED : ExitCode.OK;
    }

    private static TextTable table(List<Checked> all) {
        TextTable table = new TextTable("run or sweep", "files", "without checksum", "verdict");
        for (Checked checked : all) {
            table.row(
                    checked.name(),
                    String.format(Locale.ROOT, "%,d", checked.findings().size()),
                    String.format(Locale.ROOT, "%,d", checked.count(Verdict.NO_CHECKSUM)),
                    checked.verdict().label());
            checked.bad().forEach(f -> table.detail(f.verdict().label() + ": " + f.file()));
        }
        return table;
    }
}
