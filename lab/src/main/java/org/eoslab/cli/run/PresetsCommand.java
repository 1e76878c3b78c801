package org.eoslab.cli.run;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eoslab.cli.text.JsonDocument;
import org.eoslab.cli.text.TextTable;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Preset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eos presets}: every named experiment. */
@Command(name = "presets", description = "List the presets: name, source, what each shows, how long it takes.")
public final class PresetsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<Preset> presets = Catalogue.load().presets();
        if (json) {
            JsonDocument.print(out, presets.stream().map(PresetsCommand::toMap).toList());
            return;
        }
        TextTable table = new TextTable("name", "model", "takes", "shows", "source");
        for (Preset p : presets) {
            table.row(p.name(), p.model(), duration(p.seconds()), p.shows(), p.source());
        }
        out.println(table);
        out.flush();
    }

    private static Map<String, Object> toMap(Preset p) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", p.name());
        map.put("model", p.model());
        map.put("source", p.source());
        map.put("shows", p.shows());
        map.put("seconds", p.seconds());
        map.put("settings", p.settings());
        map.put("quick", p.quick());
        return map;
    }

    private static String duration(double seconds) {
        if (seconds < 1) {
            return "< 1 s";
        }
        return seconds < 90
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }
}
