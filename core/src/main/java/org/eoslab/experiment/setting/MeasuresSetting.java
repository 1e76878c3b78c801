package org.eoslab.experiment.setting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.linalg.HutchPlusPlus;
import org.eoslab.objective.FiniteSum;
import org.eoslab.objective.SmoothObjective;
import org.eoslab.run.Probe;
import org.eoslab.run.probe.BatchSharpness;
import org.eoslab.run.probe.GfsProbe;
import org.eoslab.run.probe.HessianTrace;
import org.eoslab.run.probe.SelfStabilisationProbe;
import org.eoslab.run.probe.SharpnessProbe;
import org.eoslab.run.probe.SpectralDensityProbe;

/**
 * What a run reads of the curvature besides the sharpness, and how often, for it costs more: the settings {@code measures} and
 * {@code measuresEvery}. A model with them has {@code batch}, {@code seed} and the settings of {@link ReadingsSetting} too.
 */
public final class MeasuresSetting {
    private static final String MEASURES = "measures";
    private static final String EVERY = "measuresEvery";
    private static final String NONE = "none";
    private static final List<String> NAMES = List.of("trace", "density", "batch-sharpness", "self-stabilisation");

    /** A measure of losses whose gradient flow can be followed to its end. */
    private static final String GFS = "gfs-sharpness";

    /** The gradient norm at which that flow has ended, and the time to give up at. */
    private static final double FLOW_TOLERANCE = 1e-10;

    private static final double FLOW_HORIZON = 1e6;

    /** Products of a reading of the trace. */
    private static final int TRACE_PRODUCTS = 30;

    /** Batches that the batch sharpness is the mean over. */
    private static final int BATCHES = 10;

    private static final int DENSITY_VECTORS = 2;
    private static final int DENSITY_STEPS = 40;

    private MeasuresSetting() {}

    /** Both settings. */
    public static List<Setting> settings() {
        return settings(NAMES);
    }

    /** Both settings of a loss that is cheap enough to follow its gradient flow from every iterate to the end: with the GFS sharpness. */
    public static List<Setting> settingsWithFlow() {
        return settings(Stream.concat(NAMES.stream(), Stream.of(GFS)).toList());
    }

    private static List<Setting> settings(List<String> names) {
        return List.of(
                Setting.text(
                        MEASURES,
                        "curvature read besides the sharpness",
                        "some of " + String.join(",", names) + " with commas between, or none",
                        text -> text.equals(NONE) || distinct(text.split(",", -1), names),
                        NONE),
                Setting.integer(EVERY, "steps between those readings", 1, 1L << 53, 100L));
    }

    private static boolean distinct(String[] words, List<String> names) {
        return Set.copyOf(names).containsAll(List.of(words))
                && Arrays.stream(words).distinct().count() == words.length;
    }

    /**
     * The probes that the settings ask for.
     *
     * @param sharpness what reads the top eigenvector
     * @throws InputException when the loss has no batches, or one is larger than the data
     */
    public static List<Probe> read(Settings settings, SmoothObjective objective, SharpnessProbe sharpness) {
        String text = settings.text(MEASURES);
        if (text.equals(NONE)) {
            return List.of();
        }
        long every = settings.integer(EVERY);
        List<Probe> probes = new ArrayList<>();
        for (String name : text.split(",")) {
            probes.add(probe(name, settings, objective, sharpness).every(every));
        }
        return List.copyOf(probes);
    }

    private static Probe probe(String name, Settings settings, SmoothObjective objective, SharpnessProbe sharpness) {
        long seed = settings.integer("seed");
        return switch (name) {
            case "trace" -> new HessianTrace(objective, new HutchPlusPlus(TRACE_PRODUCTS, seed));
            case "density" -> new SpectralDensityProbe(objective, DENSITY_VECTORS, DENSITY_STEPS, seed);
            case "self-stabilisation" -> new SelfStabilisationProbe(objective, sharpness);
            case GFS -> new GfsProbe(new GradientFlow(objective, 1), FLOW_TOLERANCE, FLOW_HORIZON, sharpness.solver());
            default -> batchSharpness(settings, objective);
        };
    }

    private static Probe batchSharpness(Settings settings, SmoothObjective objective) {
        if (!(objective instanceof FiniteSum sum)) {
            throw new InputException(
                    MEASURES + ": batch-sharpness is not allowed; this model's loss is not a mean over examples");
        }
        return new BatchSharpness(sum, OptimizerSetting.batches(settings, sum), BATCHES);
    }
}
