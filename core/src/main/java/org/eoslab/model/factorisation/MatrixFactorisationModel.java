package org.eoslab.model.factorisation;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.BatchSetting;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.descent.Descent;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * {@code matrix-factorisation}: {@linkplain Balancing large step sizes balance} a factorisation of {@link MatrixFactorisation n × n matrices} from factors with normal entries, scaled to norms x
 * and y. Of n = 1 it is {@code factorisation}. Column {@code imbalance} is ‖X‖² − ‖Y‖².
 */
final class MatrixFactorisationModel implements Model {
    static final String NAME = "matrix-factorisation";
    private static final String IMBALANCE = "imbalance";

    private static final Setting<Long> N = Setting.integer("n", "rows and columns of the matrices", 1, 10, 3L);
    private static final Setting<Double> X =
            Setting.number("x", "norm of the first factor at the start", "finite", Double::isFinite, 6.0);
    private static final Setting<Double> Y =
            Setting.number("y", "norm of the second factor at the start", "finite", Double::isFinite, 0.1);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Setting<?>> settings() {
        return Descent.settings(Descent.eta(0.1), N, X, Y, BatchSetting.SEED, Descent.steps(20_000));
    }

    @Override
    public Problem build(Settings settings) {
        int n = settings.get(N).intValue();
        MatrixFactorisation loss = new MatrixFactorisation(n);
        Random random = new Random(settings.get(BatchSetting.SEED));
        double[] start = new double[2 * n * n];
        System.arraycopy(factor(settings.get(X), n, random), 0, start, 0, n * n);
        System.arraycopy(factor(settings.get(Y), n, random), 0, start, n * n, n * n);
        return Descent.problem(
                settings,
                loss,
                start,
                Probe.of(
                        List.of(Column.of(IMBALANCE, Column.Role.MEASUREMENT, "‖X‖² − ‖Y‖²", "imbalance ‖X‖² − ‖Y‖²")),
                        (w, row, offset) -> row[offset] = loss.imbalance(w)),
                List.of(Balancing.claim(
                        "Wang.balance",
                        "|‖X‖² − ‖Y‖²|",
                        settings.get(StepSizeSetting.ETA),
                        at -> at.applyAsDouble(IMBALANCE))),
                Stream.of("x", "y").flatMap(factor -> names(factor, n)).toArray(String[]::new));
    }

    /** The entries' names: x11, x12, … */
    private static Stream<String> names(String factor, int n) {
        return n == 1
                ? Stream.of(factor)
                : IntStream.range(0, n * n).mapToObj(i -> factor + (i / n + 1) + (n < 10 ? "" : "_") + (i % n + 1));
    }

    /** Normal entries with the first one positive, scaled to a norm. */
    private static double[] factor(double norm, int n, Random random) {
        double[] entries = new double[n * n];
        double square = 0;
        for (int i = 0; i < entries.length; i++) {
            entries[i] = random.nextGaussian();
            square += entries[i] * entries[i];
        }
        double scale = norm / Math.copySign(Math.sqrt(square), entries[0]);
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= scale;
        }
        return entries;
    }
}
