package org.eoslab.web.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eoslab.run.Table;
import org.eoslab.store.RunSummary;
import org.eoslab.store.StoredRun;
import org.eoslab.web.server.JsonBody;

/** A stored run as a page sees it. */
public final class RunDocument {
    /** How a picture's file ends. */
    static final String SVG = ".svg";

    private RunDocument() {}

    /** A row of the list of runs. */
    static Map<String, Object> row(RunSummary run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", run.id());
        json.put("name", run.name());
        json.put("model", run.model());
        json.put("started", run.started().toString());
        json.put("status", run.status().label());
        json.put("outcome", run.outcome());
        json.put("seconds", run.seconds());
        json.put("threshold", run.threshold());
        json.put("firstCrossing", run.firstCrossing() < 0 ? null : run.firstCrossing());
        json.put("cycles", run.cycles());
        json.put("claimsHold", run.claimsHold());
        json.put("claimsFail", run.claimsFail());
        json.put("settings", JsonBody.parse(run.settings()));
        json.put("problem", run.problem());
        return json;
    }

    /**
     * All that is said of a run besides its rows.
     *
     * @param tables gives a run's rows
     */
    public static Map<String, Object> whole(StoredRun run, Function<StoredRun, Table> tables) {
        Map<String, Object> json = new LinkedHashMap<>(row(run.summary()));
        json.put("experiment", run.experiment());
        json.put("checkpoints", run.checkpoints());
        json.put("document", brief(run.document()));
        json.put(
                "columns",
                run.columns().isEmpty() ? List.of() : tables.apply(run).names());
        json.put("described", run.document().get("columns"));
        json.put("pictures", pictures(run));
        return json;
    }

    /** The document less its states, which the columns hold. */
    private static JsonNode brief(JsonNode document) {
        return document instanceof ObjectNode object ? object.deepCopy().without("states") : document;
    }

    /** The names of its pictures. */
    static List<String> pictures(StoredRun run) {
        return run.files().stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.endsWith(SVG))
                .map(name -> name.substring(0, name.length() - SVG.length()))
                .toList();
    }
}
