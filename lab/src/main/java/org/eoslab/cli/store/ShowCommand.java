package org.eoslab.cli.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eoslab.cli.text.Text;
import org.eoslab.cli.text.TextTable;
import org.eoslab.store.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code eos runs show}: one run. */
@Command(name = "show", description = "Show a run: settings, results, claims, files.")
final class ShowCommand implements Runnable {
    @Mixin
    private StoreQueryOptions inquiry = new StoreQueryOptions();

    @Parameters(paramLabel = "ID", description = "an id, or enough of its start")
    private String id = "";

    @Override
    public void run() {
        StoredRun run = inquiry.open().find(id);
        inquiry.answer(() -> document(run), out -> print(run, out));
    }

    private static Map<String, Object> document(StoredRun run) {
        Map<String, Object> map = RunDocuments.toMap(run.summary());
        map.put("experiment", run.experiment());
        map.put("checkpoints", run.checkpoints());
        map.put("files", run.files().stream().map(Path::toString).toList());
        map.put("run", run.document());
        return map;
    }

    private static void print(StoredRun run, PrintWriter out) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("status", run.status().label());
        facts.putAll(RunDocuments.results(run));
        TextTable table = new TextTable(run.id(), "");
        facts.forEach((name, value) -> table.row(name, RunDocuments.text(value)));
        RunDocuments.settings(run).forEach((name, value) -> table.row("  " + name, RunDocuments.text(value)));
        out.println(table);
        claims(run.document().path("claims"), out);
        out.println();
        out.println("  " + run.folder());
        Text.names(run.files()).forEach(file -> out.println("    " + file));
    }

    private static void claims(JsonNode claims, PrintWriter out) {
        if (claims.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("claim", "verdict", "attained");
        for (JsonNode claim : claims) {
            table.row(
                    claim.path("id").asText(),
                    claim.path("verdict").asText(),
                    claim.path("attained").asText(""));
        }
        out.println();
        out.println(table);
    }
}
