package org.eoslab.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.run.Column;

/** A column of a sweep's rows that does not bear the name of a setting or of a column of its runs. */
enum SweepColumn {
    INDEX("index", "number of the run"),
    OUTCOME("outcome", "how the run ended"),
    REGIME("regime", "where it stands at the last step"),
    STEPS("steps", "steps that it made"),
    FIRST_CROSSING("firstCrossing", "first step beyond the edge"),
    CYCLES("cycles", "cycles"),
    LARGEST_CURVATURE("largestCurvature", "largest curvature"),
    CERTIFICATE_STEP("certificateStep", "step from which convergence is certain"),
    LIMIT_SHARPNESS_LOW("limitSharpnessLow", "least sharpness in the limit"),
    LIMIT_SHARPNESS_HIGH("limitSharpnessHigh", "largest sharpness in the limit"),
    STEPS_TO_LOSS("stepsToLoss", "steps to the target loss");

    private final String column;
    private final String words;

    SweepColumn(String column, String words) {
        this.column = column;
        this.words = words;
    }

    /** The name in rows, files and queries. */
    String column() {
        return column;
    }

    /** The words for all of these columns, and for those that keep {@code finals} of the runs' columns at their last step. */
    static Map<String, String> words(List<Column> ofRuns, List<String> finals) {
        Map<String, String> all = new LinkedHashMap<>();
        for (SweepColumn one : values()) {
            all.put(one.column, one.words);
        }
        ofRuns.stream()
                .filter(c -> finals.contains(c.name()))
                .forEach(c -> all.put(Sweep.finalColumn(c.name()), c.words() + ", at the last step"));
        return all;
    }
}
