package org.eoslab.cli.tool;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eoslab.cli.text.JsonDocument;
import org.eoslab.cli.text.TextTable;
import org.eoslab.torch.data.Archive;
import org.eoslab.torch.data.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code eos data}: which data sets are at hand, and how to get the others. */
@Command(name = "data", description = "List the data sets, or download one from where it is published.")
public final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "the data folder; else EOSLAB_DATA, else eoslab in the user's cache folder")
    private String folder = "";

    @Override
    public void run() {
        list(false);
    }

    /** Lists them. */
    @Command(description = "where each data set is, how much of it, and the checksum of the official archive")
    void ls(@Option(names = "--json", description = "one JSON document") boolean json) {
        list(json);
    }

    /** Downloads one. */
    @Command(description = "download a data set, check it, and unpack it into the data folder")
    void get(@Parameters(paramLabel = "NAME", description = "cifar10, fashion-mnist or sst2") String name) {
        Archive archive = Archive.of(name);
        Path into = DataFolder.of(folder).resolve(archive.folder());
        PrintWriter out = spec.commandLine().getOut();
        for (Archive.Download file : archive.files()) {
            new Download(file, into).run();
            out.println("  " + file.uri() + " -> " + into);
            out.flush();
        }
        out.println(String.format(
                Locale.ROOT,
                "  %s: %,d %s",
                archive.title(),
                archive.available(DataFolder.of(folder)),
                archive.unit()));
        out.flush();
    }

    private void list(boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        Path data = DataFolder.of(folder);
        if (json) {
            JsonDocument.print(
                    out, Archive.ALL.stream().map(a -> toMap(a, data)).toList());
            return;
        }
        TextTable table = new TextTable("name", "at hand", "of", "folder", "what");
        for (Archive a : Archive.ALL) {
            table.row(
                    a.name(),
                    String.format(Locale.ROOT, "%,d", a.available(data)),
                    String.format(Locale.ROOT, "%,d %s", a.official(), a.unit()),
                    data.resolve(a.folder()).toString(),
                    a.title());
        }
        out.println(table);
        out.println();
        for (Archive a : Archive.ALL) {
            for (Archive.Download file : a.files()) {
                out.println("  " + a.name() + "  " + file.uri() + "  " + file.algorithm() + " " + file.checksum());
            }
        }
        out.flush();
    }

    private static Map<String, Object> toMap(Archive archive, Path data) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", archive.name());
        map.put("title", archive.title());
        map.put("folder", data.resolve(archive.folder()).toString());
        map.put("available", archive.available(data));
        map.put("official", archive.official());
        map.put("unit", archive.unit());
        map.put("files", archive.files().stream().map(DataCommand::toMap).toList());
        return map;
    }

    private static Map<String, Object> toMap(Archive.Download file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("url", file.uri().toString());
        map.put("algorithm", file.algorithm());
        map.put("checksum", file.checksum());
        return map;
    }
}
