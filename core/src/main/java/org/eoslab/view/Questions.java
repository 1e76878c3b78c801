package org.eoslab.view;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.jspecify.annotations.Nullable;

/**
 * The questions that a page asks about an experiment: {@code schema}, the settings it takes once a text that names some has been changed; {@code play}, a run thinned to the window on the screen, and {@code step}, the same for the
 * values of a single step, asked for beside it; {@code claims}, checked at every step; {@code overlays}, what is drawn beside it; {@code landscape}, the
 * loss over its coordinates; {@code orbits} and {@code family}, where runs end at several values of a setting; {@code windows}, the EoS
 * window of its start for several values of a setting; {@code walk}, the first and the last steps on a single parameter; {@code export/csv} and {@code export/yaml}, its
 * rows as text and its record.
 *
 * @param catalogue the models
 */
public record Questions(Catalogue catalogue) {
    /** All of them. */
    public static final List<String> NAMES = List.of(
            "schema",
            "play",
            "step",
            "claims",
            "overlays",
            "landscape",
            "orbits",
            "family",
            "windows",
            "walk",
            "export/csv",
            "export/yaml");

    /** About a second of work for a model of three parameters. */
    public static final long MOST_STEPS = 2_000_000;

    /** Claims and tables look at every step, recorded: about 60 MB a run. The longest preset takes 300,000. */
    public static final long MOST_RECORDED_STEPS = 400_000;

    /**
     * The work that answers a question: a tree, but for {@code export/csv}, which is text.
     *
     * @param name one of {@link #NAMES}
     * @param body {@code experiment}, and of {@code play} and {@code step} also {@code from}, {@code to}, {@code pixels}, {@code columns}, {@code roles}; of {@code claims} perhaps {@code quick}, for only those whose check makes no other runs; of
     *     {@code landscape} {@code x} and perhaps {@code y}; of {@code orbits} {@code axis} and {@code keep}; of {@code family} {@code axis}, {@code columns} and
     *     perhaps {@code targetLoss}; of {@code windows} {@code along}, the name of a setting, and its {@code values}
     * @throws InputException when the experiment is none, or too long for a page
     */
    public Function<Cancellation, Object> ask(String name, Map<String, Object> body) {
        switch (name) {
            case "schema":
                Map<String, Object> schema = schema(record(body));
                return cancellation -> schema;
            case "play", "step":
                Experiment run = experiment(body, MOST_STEPS);
                StepWindow window = StepWindow.read(body, run.steps());
                return cancellation -> Play.of(run, window, ColumnChoice.read(body), cancellation);
            case "claims":
                Experiment checked = experiment(body, MOST_RECORDED_STEPS);
                boolean quick = Boolean.TRUE.equals(body.get("quick"));
                return cancellation -> claims(checked, quick, cancellation);
            case "overlays":
                Experiment under = experiment(body, MOST_STEPS);
                return cancellation -> OverlayCurves.of(under, cancellation);
            case "landscape":
                Experiment over = experiment(body, MOST_STEPS);
                return cancellation -> Landscape.of(over, body.get("x"), body.get("y"), cancellation);
            case "orbits":
                Experiment settling = experiment(body, MOST_STEPS);
                return cancellation -> Orbits.of(settling, body.get("axis"), body.get("keep"), cancellation);
            case "family":
                Experiment swept = experiment(body, MOST_STEPS);
                return cancellation -> Family.of(swept, body.get("axis"), body.get("targetLoss"), columns(body));
            case "windows":
                Experiment begun = experiment(body, Long.MAX_VALUE);
                return cancellation ->
                        EosWindows.of(begun, String.valueOf(body.get("along")), body.get("values"), cancellation);
            case "walk":
                Experiment walked = experiment(body, MOST_STEPS);
                return cancellation -> Cobweb.of(walked, cancellation);
            case "export/csv":
                Experiment recorded = experiment(body, MOST_RECORDED_STEPS);
                return cancellation -> CsvRows.of(recorded, cancellation);
            case "export/yaml":
                Experiment kept = experiment(body, Long.MAX_VALUE);
                return cancellation -> kept.toMap();
            default:
                throw InputException.unknown("question", name, NAMES);
        }
    }

    private static List<?> columns(Map<String, Object> body) {
        return body.get("columns") instanceof List<?> names ? names : List.of();
    }

    /** Refuses what cannot be run either, so that all that is wrong with a text is said of it. */
    private Map<String, Object> schema(Map<String, Object> record) {
        Experiment experiment = catalogue.draft(record).experiment();
        var unused = experiment.build();
        return SchemaDocument.of(experiment);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> record(Map<String, Object> body) {
        if (!(body.get("experiment") instanceof Map<?, ?> record)) {
            throw new InputException("missing: experiment (a model and its settings)");
        }
        return (Map<String, Object>) record;
    }

    private Experiment experiment(Map<String, Object> body, long mostSteps) {
        Map<String, Object> record = record(body);
        check(record.get("steps"), mostSteps);
        Experiment experiment = catalogue.ofPanel(record);
        check(experiment.steps(), mostSteps);
        return experiment;
    }

    /** Says first what is allowed here, then what is allowed at all. */
    private static void check(@Nullable Object steps, long mostSteps) {
        if (steps instanceof Number number && number.doubleValue() > mostSteps) {
            throw new InputException("steps: " + InputException.shown(steps)
                    + " is not allowed here; it must be at most " + mostSteps + " (the command line takes more)");
        }
    }

    private static Map<String, Object> claims(Experiment experiment, boolean quick, Cancellation cancellation) {
        Problem problem = experiment.build().withProgress();
        List<Claim> claims = problem.claims();
        List<Claim> checked =
                claims.stream().filter(claim -> !(quick && claim.makesRuns())).toList();
        Run run = Run.InProgress.begin(experiment, problem.with(checked), Recording.ALL)
                .finish(List.of(cancellation.observer()));
        cancellation.check();
        Iterator<Finding> findings = run.findings().iterator();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "claims",
                claims.stream()
                        .map(claim -> checked.contains(claim)
                                ? ClaimDocument.of(findings.next())
                                : ClaimDocument.unchecked(claim))
                        .toList());
        json.put("certificate", run.certificate().map(ClaimDocument::of).orElse(null));
        return json;
    }
}
