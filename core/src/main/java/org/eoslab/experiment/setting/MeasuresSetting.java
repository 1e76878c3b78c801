package org.eoslab.experiment.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eoslab.claim.Claim;
import org.eoslab.claim.GfsClaim;
import org.eoslab.claim.Inapplicable;
import org.eoslab.claim.OpposingClaim;
import org.eoslab.claim.OutputNormClaim;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.flow.FlowIntegrator;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.dynamics.optimizer.BatchSchedule;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.HutchPlusPlus;
import org.eoslab.linalg.StepSeed;
import org.eoslab.objective.FiniteSum;
import org.eoslab.objective.Objective;
import org.eoslab.objective.SmoothObjective;
import org.eoslab.run.Probe;
import org.eoslab.run.probe.BatchSharpness;
import org.eoslab.run.probe.CriticalSharpness;
import org.eoslab.run.probe.GfsProbe;
import org.eoslab.run.probe.GradientCovariance;
import org.eoslab.run.probe.GrowthExponent;
import org.eoslab.run.probe.HessianTrace;
import org.eoslab.run.probe.LayerBalance;
import org.eoslab.run.probe.MidpointSharpness;
import org.eoslab.run.probe.NonUniformityProbe;
import org.eoslab.run.probe.OpposingExamples;
import org.eoslab.run.probe.OutputNorm;
import org.eoslab.run.probe.SelfStabilisationProbe;
import org.eoslab.run.probe.SelfStabilisedOscillation;
import org.eoslab.run.probe.SharpnessProbe;
import org.eoslab.run.probe.SpectralDensityProbe;
import org.eoslab.run.probe.ValleyFloor;

/**
 * What a run reads of the curvature besides the sharpness, and how often, for it costs more: the settings {@code measures} and
 * {@code measuresEvery}. A model with them has {@code batch}, {@code seed} and the settings of {@link ReadingsSetting} too.
 */
public final class MeasuresSetting {
    private static final String NONE = "none";
    private static final String BATCH_SHARPNESS = "batch-sharpness";
    private static final String SELF_STABILISATION = "self-stabilisation";
    private static final String MIDPOINT = "midpoint-sharpness";
    private static final String VALLEY_FLOOR = "valley-floor";
    private static final String CRITICAL_SHARPNESS = "critical-sharpness";
    private static final String GROWTH_EXPONENT = "growth-exponent";

    private static final String GFS = "gfs-sharpness";

    /** Gradients after which the flow of a reading is given up: minutes of a small network, seconds of a formula. */
    private static final int FLOW_GRADIENTS = 10_000_000;

    private static final String OPPOSING = "opposing";
    private static final String BALANCE = "balance";
    private static final String OUTPUT_NORM = "output-norm";
    private static final String GRADIENT_COVARIANCE = "gradient-covariance";

    /** Those that any loss has, of however few parameters. */
    private static final List<String> OF_ANY = List.of(MIDPOINT, VALLEY_FLOOR, CRITICAL_SHARPNESS, GROWTH_EXPONENT);

    private static final List<String> NAMES = Stream.of(
                    Stream.of("trace", "density", BATCH_SHARPNESS, SELF_STABILISATION, "non-uniformity", OPPOSING),
                    Stream.of(BALANCE, OUTPUT_NORM, GRADIENT_COVARIANCE),
                    OF_ANY.stream(),
                    Stream.of(GFS))
            .flatMap(names -> names)
            .toList();

    /** The setting {@code measures}: the names of what is read. */
    public static final Setting<List<String>> MEASURES = measures(NAMES);

    private static final Setting<Long> EVERY = Setting.integer(
                    "measuresEvery", "steps between those readings", 1, 1L << 53, 100L)
            .when(MEASURES.name(), NAMES);

    private static final Setting<Double> FLOW_TOLERANCE = Setting.number(
                    "gfsTolerance",
                    "gradient norm at which the flow to the gradient flow solution has ended",
                    "above 0",
                    x -> x > 0,
                    1e-10)
            .when(MEASURES.name(), List.of(GFS));

    private static final Setting<Double> FLOW_HORIZON = Setting.number(
                    "gfsHorizon",
                    "time at which that flow is given up, if ten million gradients have not taken it there before",
                    "above 0",
                    x -> x > 0,
                    1e6)
            .when(MEASURES.name(), List.of(GFS));

    /** Products of a reading of the trace. */
    private static final int TRACE_PRODUCTS = 30;

    /** Batches that the batch sharpness is the mean over. */
    private static final int BATCHES = 10;

    /** Examples whose gradients' covariance is read: as many gradients are held at once. */
    private static final int COVARIANCE_EXAMPLES = 50;

    private static final int DENSITY_VECTORS = 2;
    private static final int DENSITY_STEPS = 40;

    private MeasuresSetting() {}

    /** All settings. */
    public static List<Setting<?>> settings() {
        return List.of(MEASURES, EVERY, FLOW_TOLERANCE, FLOW_HORIZON);
    }

    /** All settings of a loss of many parameters, whose gradient flow cannot be followed as near to its end or for as long. */
    public static List<Setting<?>> settingsOfMany() {
        return List.of(MEASURES, EVERY, FLOW_TOLERANCE.withDefault(1e-6), FLOW_HORIZON.withDefault(1e4));
    }

    /** Both settings of a loss of few parameters, which is read at every step: with the measures that any loss has. */
    public static List<Setting<?>> settingsOfFew() {
        return List.of(measures(OF_ANY), EVERY.withDefault(1L));
    }

    private static Setting<List<String>> measures(List<String> allowed) {
        return Setting.parsed(
                "measures",
                "curvature read besides the sharpness",
                "some of " + String.join(",", allowed) + " with commas between, or none",
                text -> names(text, allowed),
                NONE);
    }

    /** The setting {@code batch}, which acts where the batch sharpness is read too. */
    public static Setting<?> batches(Setting<?> batch) {
        return batch.when(MEASURES.name(), List.of(BATCH_SHARPNESS));
    }

    private static List<String> names(String text, List<String> allowed) {
        if (text.equals(NONE)) {
            return List.of();
        }
        List<String> words = List.of(text.split(",", -1));
        if (!allowed.containsAll(words) || Set.copyOf(words).size() != words.size()) {
            throw new IllegalArgumentException("measures = " + text);
        }
        return words;
    }

    /**
     * The probes that the settings ask for.
     *
     * @param dynamics the rule of the run
     * @param sharpness what reads the top eigenvector
     * @throws InputException when the loss has no batches, or one is larger than the data
     */
    public static List<Probe> read(
            Settings settings, SmoothObjective objective, Dynamics dynamics, SharpnessProbe sharpness) {
        List<Probe> probes = new ArrayList<>();
        for (String name : settings.get(MEASURES)) {
            probes.add(
                    name.equals(OPPOSING)
                            ? opposing(settings, objective, dynamics, sharpness)
                            : probe(name, settings, objective, sharpness).every(settings.get(EVERY)));
            if (name.equals(SELF_STABILISATION)) {
                probes.add(new SelfStabilisedOscillation(objective, sharpness.solver()).every(settings.get(EVERY)));
            }
        }
        return List.copyOf(probes);
    }

    /**
     * The claims on what those probes have read.
     *
     * @param plain whether it is gradient descent on the loss itself, without weight decay or clipping
     */
    public static List<Claim> claims(Settings settings, boolean plain) {
        List<Claim> claims = new ArrayList<>();
        if (settings.get(MEASURES).contains(OPPOSING)) {
            claims.add(OpposingClaim.of(settings.get(EVERY)));
        }
        if (settings.get(MEASURES).contains(OUTPUT_NORM)) {
            claims.add(plain ? OutputNormClaim.of() : Inapplicable.byAnotherRule(OutputNormClaim.of()));
        }
        if (settings.get(MEASURES).contains(GFS)) {
            claims.add(plain ? GfsClaim.of() : Inapplicable.byAnotherRule(GfsClaim.of()));
        }
        return List.copyOf(claims);
    }

    private static Probe opposing(
            Settings settings, SmoothObjective objective, Dynamics dynamics, SharpnessProbe sharpness) {
        FiniteSum sum = sum(OPPOSING, objective);
        if (sum.examples() < 2) {
            throw new InputException(MEASURES.name() + ": " + OPPOSING
                    + " is not allowed; it compares examples, and the data have " + sum.examples());
        }
        return new OpposingExamples(sum, dynamics, sharpness, settings.get(EVERY));
    }

    /**
     * The probes that the settings of {@link #settingsOfFew} ask for.
     */
    public static List<Probe> readFew(Settings settings, Objective objective, EigenSolver solver) {
        SharpnessProbe sharpness = new SharpnessProbe(objective, solver);
        return settings.get(MEASURES).stream()
                .map(name -> ofAny(name, settings, objective, sharpness).every(settings.get(EVERY)))
                .toList();
    }

    private static Probe ofAny(String name, Settings settings, Objective objective, SharpnessProbe sharpness) {
        return switch (name) {
            case VALLEY_FLOOR -> new ValleyFloor(objective);
            case CRITICAL_SHARPNESS -> new CriticalSharpness(objective, settings.get(StepSizeSetting.ETA));
            case GROWTH_EXPONENT -> new GrowthExponent(objective, sharpness);
            default -> new MidpointSharpness(objective, sharpness.solver());
        };
    }

    private static Probe probe(String name, Settings settings, SmoothObjective objective, SharpnessProbe sharpness) {
        long seed = settings.get(BatchSetting.SEED);
        return switch (name) {
            case "trace" -> new HessianTrace(objective, new HutchPlusPlus(TRACE_PRODUCTS, seed));
            case "density" -> new SpectralDensityProbe(objective, DENSITY_VECTORS, DENSITY_STEPS, seed);
            case SELF_STABILISATION -> selfStabilisation(objective, sharpness);
            case "non-uniformity" -> new NonUniformityProbe(sum("non-uniformity", objective), sharpness.solver());
            case GFS ->
                new GfsProbe(
                        new GradientFlow(objective, 1, FlowIntegrator.PRECISE.within(FLOW_GRADIENTS)),
                        settings.get(FLOW_TOLERANCE),
                        settings.get(FLOW_HORIZON),
                        sharpness.solver());
            case BALANCE -> new LayerBalance(layered(BALANCE, objective));
            case OUTPUT_NORM -> new OutputNorm(layered(OUTPUT_NORM, objective), sharpness);
            case GRADIENT_COVARIANCE -> {
                FiniteSum sum = sum(GRADIENT_COVARIANCE, objective);
                int examples = Math.min(COVARIANCE_EXAMPLES, sum.examples());
                // Not the examples that the first batches of sgd have.
                long apart = StepSeed.of(seed, StepSeed.BEFORE);
                yield new GradientCovariance(sum, new BatchSchedule(sum.examples(), examples, apart));
            }
            case BATCH_SHARPNESS -> {
                FiniteSum sum = sum(BATCH_SHARPNESS, objective);
                yield new BatchSharpness(sum, BatchSetting.read(settings, sum), BATCHES);
            }
            default -> ofAny(name, settings, objective, sharpness);
        };
    }

    private static Probe selfStabilisation(SmoothObjective objective, SharpnessProbe sharpness) {
        if (!objective.objection().isEmpty()) {
            throw new InputException(MEASURES.name() + ": " + SELF_STABILISATION
                    + " is not allowed; it needs third derivatives, and " + objective.objection());
        }
        return new SelfStabilisationProbe(objective, sharpness);
    }

    private static Objective layered(String measure, Objective objective) {
        if (!LayerBalance.isOf(objective)) {
            throw new InputException(
                    MEASURES.name() + ": " + measure
                            + " is not allowed; no two of this model's parameters are the weights of layers that follow each other");
        }
        return objective;
    }

    private static FiniteSum sum(String measure, Objective objective) {
        if (!(objective instanceof FiniteSum sum)) {
            throw new InputException(MEASURES.name() + ": " + measure
                    + " is not allowed; this model's loss is not a mean over examples");
        }
        return sum;
    }
}
