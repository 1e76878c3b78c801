package org.eoslab.model.minimalist.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.claim.rigorous.ProofProgress;
import org.eoslab.claim.rigorous.RigorousReport;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.model.minimalist.MinimalistModel;
import org.eoslab.model.minimalist.admissible.EosWindow;
import org.eoslab.run.Recording;
import org.junit.jupiter.api.Test;

/** Floating and rigorous mode, each the other's oracle: over random settings neither says what the other denies. */
class ModesAgreeTest {
    private static final int SETTINGS = 500;
    private static final int DIGITS = 30;
    private static final List<String> RULES = List.of("floor", "floor", "none", "step", "norm");
    private static final Set<Verdict> OPEN = EnumSet.of(Verdict.NOT_REACHED, Verdict.UNDECIDED);

    @Test
    void neverContradictEachOther() {
        SplittableRandom random = new SplittableRandom(10);
        Map<String, Integer> pairs = new TreeMap<>();
        for (int i = 0; i < SETTINGS; i++) {
            Experiment experiment = experiment(random);
            Map<String, Finding> floating = Run.of(experiment, Recording.ALL, List.of()).findings().stream()
                    .collect(Collectors.toMap(Finding::id, f -> f));
            RigorousReport report = experiment
                    .model()
                    .rigorous(experiment.settings())
                    .orElseThrow()
                    .check(experiment.steps(), DIGITS, ProofProgress.NONE);
            for (Finding rigorous : report.findings()) {
                Finding other = floating.get(rigorous.id());
                assertThat(agree(other.verdict(), rigorous.verdict()))
                        .as("%s%n%s%n%s", experiment.settings(), other, rigorous)
                        .isTrue();
                if (other.verdict() == Verdict.HOLDS && rigorous.verdict() == Verdict.PROVED) {
                    assertThat(other.statement()).isEqualTo(rigorous.statement());
                }
                pairs.merge(other.verdict() + "/" + rigorous.verdict(), 1, Integer::sum);
            }
        }
        assertThat(pairs).containsKeys("HOLDS/PROVED", "FAILS/DISPROVED", "NOT_APPLICABLE/NOT_APPLICABLE");
    }

    private static boolean agree(Verdict floating, Verdict rigorous) {
        if (rigorous == Verdict.UNDECIDED) {
            return floating != Verdict.FAILS;
        }
        return OPEN.contains(floating)
                || switch (rigorous) {
                    case PROVED -> floating == Verdict.HOLDS;
                    case DISPROVED -> floating == Verdict.FAILS;
                    default -> floating == rigorous;
                };
    }

    /** One setting in four at an end of its EoS window, or at the double beside it; one in five is not admissible. */
    private static Experiment experiment(SplittableRandom random) {
        double r = Math.pow(10, random.nextDouble(-4, -0.25));
        double g = Math.pow(10, random.nextDouble(-4, -0.9));
        double a = Math.sqrt(2) * (1.02 - random.nextDouble());
        double c = 0.51 / a * (1 - random.nextDouble());
        double b = Math.sqrt(Math.pow(10, random.nextDouble(-8, 0.1)) * g * c * Math.max(0.1, 1 - a * c) / a);
        double scale = Math.sqrt(Math.sqrt(g / r));
        Map<String, Object> settings = new HashMap<>();
        settings.put("model", "minimalist");
        settings.put("lambda1", 1.0);
        settings.put("lambda2", shortened(r));
        settings.put("eta", shortened(scale * scale));
        settings.put("alpha", shortened(a / scale));
        settings.put("beta1", shortened(b / scale));
        settings.put("beta2", shortened(c * scale));
        settings.put("steps", List.of(1, 5, 20, 40).get(random.nextInt(4)));
        String rule = RULES.get(random.nextInt(RULES.size()));
        settings.put(
                "clip",
                switch (rule) {
                    case "floor" -> "floor " + List.of("1.81", "1.2", "0.5").get(random.nextInt(3));
                    case "none" -> "none";
                    default -> rule + " " + shortened(Math.pow(10, random.nextDouble(-4, 0)));
                });
        Catalogue catalogue = Catalogue.load();
        Experiment experiment = catalogue.experiment(settings);
        if (random.nextInt(4) > 0) {
            return experiment;
        }
        EosWindow window = EosWindow.of(MinimalistModel.exact(experiment.settings()));
        double end = random.nextBoolean() ? window.low() : window.high();
        double eta = List.of(end, Math.nextUp(end), Math.nextDown(end)).get(random.nextInt(3));
        return experiment.with(Map.of("eta", eta));
    }

    private static double shortened(double value) {
        return new BigDecimal(value).round(new MathContext(5)).doubleValue();
    }
}
