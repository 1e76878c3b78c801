package org.eoslab.cli.store;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eoslab.cli.Json;
import org.eoslab.cli.StoreOption;
import org.eoslab.cli.Table;
import org.eoslab.store.StoreQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eos query}: SQL over all runs. */
@Command(
        name = "query",
        description = {
            "Ask in SQL (DuckDB's) over all runs; it only reads.",
            "Tables: runs (a row a run; settings->>'eta' is a setting) and rows (every recorded row; run is its id),",
            "and sweeps (every row of the sweeps in the store; sweep is its name).",
            "Example: eos query \"SELECT run, max(sharpness) FROM rows GROUP BY run\""
        })
public final class QueryCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StoreOption store = new StoreOption();

    @ArgGroup
    private Format format = new Format();

    @Parameters(paramLabel = "SQL", description = "one SELECT")
    private String sql = "";

    /** How the answer is printed. */
    static final class Format {
        @Option(names = "--json", description = "an array of objects, one a row")
        private boolean json;

        @Option(names = "--csv", description = "comma-separated values with a header")
        private boolean csv;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        StoreQuery.Answer answer = StoreQuery.ask(store.open(), sql);
        if (format.json) {
            Json.print(
                    out,
                    answer.rows().stream().map(r -> toMap(answer.columns(), r)).toList());
        } else if (format.csv) {
            out.println(csv(answer.columns()));
            answer.rows().forEach(r -> out.println(csv(r)));
        } else {
            Table table = new Table(answer.columns().toArray(String[]::new));
            answer.rows()
                    .forEach(r -> table.row(r.stream()
                            .map(v -> v == null ? "NULL" : RunDocuments.text(v))
                            .toArray(String[]::new)));
            out.println(table);
        }
        out.flush();
    }

    private static Map<String, @Nullable Object> toMap(List<String> columns, List<@Nullable Object> row) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            map.put(columns.get(c), row.get(c));
        }
        return map;
    }

    private static String csv(List<? extends @Nullable Object> values) {
        return values.stream().map(QueryCommand::cell).collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
