package org.eoslab.cli.store;

import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.cli.text.JsonDocument;
import org.eoslab.store.FolderStore;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every {@code eos runs} command has: which store it asks, and whether it answers people or programs. */
final class StoreQueryOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    /** Opens the store. */
    FolderStore open() {
        return store.open();
    }

    /** Says on standard error that something is wrong that the answer leaves out; nothing when the text is empty. */
    void warn(String problem) {
        if (!problem.isEmpty()) {
            PrintWriter err = command.commandLine().getErr();
            err.println("eos: warning: " + problem);
            err.flush();
        }
    }

    /** Prints the answer on standard output: the document with {@code --json}, else the text. */
    void answer(Supplier<?> document, Consumer<PrintWriter> text) {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            JsonDocument.print(out, document.get());
        } else {
            text.accept(out);
            out.flush();
        }
    }
}
