package org.eoslab.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.run.Observer;
import org.eoslab.run.Recording;

/** What several figures need: runs of presets, and findings of their own. */
final class PresetRuns {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Map<String, String> SYMBOLS = Map.of(
            "lambda1", "λ₁", "lambda2", "λ₂", "eta", "η", "alpha", "α", "beta1", "β₁", "beta2", "β₂", "w1", "w₁", "w2",
            "w₂");

    private PresetRuns() {}

    /** A preset with some settings changed, run and checked. */
    static Run run(String preset, Map<String, ?> changes) {
        return run(preset, changes, Recording.ALL, List.of());
    }

    /** The same, with the steps to keep and with observers told of every step. */
    static Run run(String preset, Map<String, ?> changes, Recording recording, List<Observer> observers) {
        return Run.of(CATALOGUE.experiment(CATALOGUE.preset(preset)).with(changes), recording, observers);
    }

    /** A preset's problem with some settings changed, to be run in another way than recorded step by step. */
    static Problem problem(String preset, Map<String, ?> changes) {
        Experiment experiment = CATALOGUE.experiment(CATALOGUE.preset(preset)).with(changes);
        return experiment.build();
    }

    /** Settings by name, as they stand in a figure: the field's symbols, and numbers without needless digits. */
    static String settings(Experiment experiment, String... names) {
        Map<String, Object> values = experiment.settings().flat();
        StringJoiner text = new StringJoiner(", ");
        for (String name : names) {
            Object value = Objects.requireNonNull(values.get(name), name);
            text.add(SYMBOLS.getOrDefault(name, name) + " = " + (value instanceof Double d ? number(d) : value));
        }
        return text.toString();
    }

    /** All that a run of the paper's model depends on. */
    static String minimalist(Run run) {
        Experiment e = run.experiment();
        return settings(e, "lambda1", "lambda2", "eta")
                + "; start " + settings(e, "alpha", "beta1", "beta2")
                + "; " + settings(e, "clip", "steps") + "; no randomness";
    }

    /** A number with at most six digits. */
    static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }

    /** A finding with what it was found of in its name. */
    static Finding of(String what, Finding f) {
        return new Finding(
                f.id() + " at " + what,
                f.statement(),
                f.source(),
                f.verdict(),
                f.margin(),
                f.worstStep(),
                f.attained(),
                f.note());
    }

    /** Those of a run's findings. */
    static List<Finding> claims(Run run, String... ids) {
        Set<String> wanted = Set.of(ids);
        return run.findings().stream().filter(f -> wanted.contains(f.id())).toList();
    }

    /** A finding of the figure itself. */
    static Finding finding(String id, String statement, boolean holds, double margin, String attained) {
        return new Finding(
                id, statement, "this figure", holds ? Verdict.HOLDS : Verdict.FAILS, margin, -1, attained, "");
    }
}
