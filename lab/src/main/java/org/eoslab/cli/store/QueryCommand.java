package org.eoslab.cli.store;

import java.io.PrintWriter;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.store.StoreQuery;
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
        PrintWriter err = spec.commandLine().getErr();
        AnswerPrinter printer = format.json
                ? AnswerPrinter.json(out)
                : format.csv ? AnswerPrinter.csv(out) : AnswerPrinter.table(out, err);
        StoreQuery.ask(store.open(), sql, problem -> err.println("eos: warning: " + problem), printer);
        printer.end();
    }
}
