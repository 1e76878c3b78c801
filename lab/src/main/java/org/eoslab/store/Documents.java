package org.eoslab.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The text files of a run, and what a list of runs shows of them. */
final class Documents {
    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private Documents() {}

    /** A run's row in a list of runs. */
    static RunSummary summary(RunId id, RunSummary.Status status, Map<String, Object> experiment, JsonNode document) {
        Map<String, Object> settings = new LinkedHashMap<>(experiment);
        Object model = settings.remove("model");
        return new RunSummary(
                id.toString(),
                id.name(),
                String.valueOf(model),
                id.started(),
                status,
                document.path("outcome").asText(""),
                document.path("seconds").asDouble(Double.NaN),
                document.path("threshold").asDouble(Double.NaN),
                document.path("firstCrossing").asLong(-1),
                document.path("cyclesCount").asInt(document.path("cycles").size()),
                verdicts(document, "holds"),
                verdicts(document, "fails"),
                JSON.valueToTree(settings).toString(),
                "");
    }

    /** The row of a run whose record cannot be read. */
    static RunSummary damaged(RunId id, String problem) {
        return new RunSummary(
                id.toString(),
                id.name(),
                "",
                id.started(),
                RunSummary.Status.DAMAGED,
                "",
                Double.NaN,
                Double.NaN,
                -1,
                0,
                0,
                0,
                "{}",
                problem);
    }

    private static int verdicts(JsonNode document, String verdict) {
        return (int) StreamSupport.stream(document.path("claims").spliterator(), false)
                .filter(c -> c.path("verdict").asText().equals(verdict))
                .count();
    }

    /** What went wrong with a file, as one line. */
    static String oneLine(IOException e) {
        String reason = e instanceof FileSystemException f && f.getReason() == null
                ? f.getClass().getSimpleName().replace("Exception", "") + " " + f.getFile()
                : String.valueOf(e.getMessage());
        return reason.strip().replaceAll("\\s+", " ");
    }
}
