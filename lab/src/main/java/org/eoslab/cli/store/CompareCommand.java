package org.eoslab.cli.store;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eoslab.cli.text.TextTable;
import org.eoslab.store.FolderStore;
import org.eoslab.store.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code eos runs compare}: runs side by side. */
@Command(name = "compare", description = "Compare runs: the settings that differ, and what came out.")
final class CompareCommand implements Runnable {
    @Mixin
    private StoreQueryOptions inquiry = new StoreQueryOptions();

    @Parameters(paramLabel = "ID", arity = "2..*", description = "ids, or enough of the start of each")
    private List<String> ids = List.of();

    @Override
    public void run() {
        FolderStore open = inquiry.open();
        List<StoredRun> runs = ids.stream().map(open::find).toList();
        List<Map<String, Object>> settings =
                runs.stream().map(RunDocuments::settings).toList();
        List<Map<String, Object>> results =
                runs.stream().map(RunDocuments::results).toList();
        Set<String> differing = new LinkedHashSet<>();
        for (String name : names(settings)) {
            if (settings.stream()
                            .map(s -> String.valueOf(s.get(name)))
                            .distinct()
                            .count()
                    > 1) {
                differing.add(name);
            }
        }
        inquiry.answer(
                () -> {
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("runs", runs.stream().map(StoredRun::id).toList());
                    document.put("settings", columns(differing, settings));
                    document.put("results", columns(names(results), results));
                    return document;
                },
                out -> {
                    TextTable table = new TextTable(
                            Stream.concat(Stream.of(""), runs.stream().map(StoredRun::id))
                                    .toArray(String[]::new));
                    differing.forEach(name -> row(name, settings, table));
                    names(results).forEach(name -> row(name, results, table));
                    out.println(table);
                });
    }

    private static Set<String> names(List<Map<String, Object>> maps) {
        Set<String> names = new LinkedHashSet<>();
        maps.forEach(m -> names.addAll(m.keySet()));
        return names;
    }

    private static Map<String, Object> columns(Set<String> names, List<Map<String, Object>> maps) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (String name : names) {
            columns.put(name, maps.stream().map(m -> m.getOrDefault(name, "")).toList());
        }
        return columns;
    }

    private static void row(String name, List<Map<String, Object>> maps, TextTable table) {
        table.row(Stream.concat(Stream.of(name), maps.stream().map(m -> RunDocuments.text(m.getOrDefault(name, "–"))))
                .toArray(String[]::new));
    }
}
