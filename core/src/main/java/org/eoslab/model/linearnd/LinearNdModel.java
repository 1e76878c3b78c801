package org.eoslab.model.linearnd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.eoslab.claim.Certifier;
import org.eoslab.claim.Claim;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Overlays;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.experiment.setting.MeasuresSetting;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.model.descent.Descent;
import org.eoslab.model.minimalist.ClipSetting;
import org.eoslab.model.minimalist.Landmarks;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.Simulation;
import org.eoslab.run.probe.GfsProbe;
import org.eoslab.run.probe.LossProbe;
import org.eoslab.run.probe.SharpnessProbe;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;

/**
 * {@code linear-nd}: the minimalist model in d dimensions (Liu et al., footnote 1), Σ = QΛQᵀ with a random rotation Q,
 * Λ = diag(λ₁, λ₂, …, λ₂), the teacher w* = q₂ and the start w = β₁q₁ + β₂q₂. Its first column names are those of
 * {@code minimalist}, then w itself. Or any covariance, teacher and start from a file ({@link GivenCovariance}).
 */
final class LinearNdModel implements Model {
    private static final long LARGEST = 64;

    private static final Column CURVATURE =
            Column.of("curvatureBeta1", Column.Role.MEASUREMENT, "λ₁α²", "curvature λ₁α² along q₁");

    private static final Setting<Long> DIMENSION = Setting.integer("dimension", "input dimension d", 2, LARGEST, 5L);
    private static final Setting<Long> SEED =
            Setting.integer("seed", "seed of the rotation Q", 0, Integer.MAX_VALUE, 1L);
    private static final Setting<Double> LAMBDA1 = Setting.positive("lambda1", "largest variance, along q1", 1.0);
    private static final Setting<Double> LAMBDA2 =
            Setting.positive("lambda2", "variance in every other direction, below lambda1", 0.001);
    private static final Setting<Double> ALPHA = Setting.start("alpha", "second-layer weight", 0.7);
    private static final Setting<Double> BETA1 = Setting.start("beta1", "weight along q1", 0.005);
    private static final Setting<Double> BETA2 = Setting.start("beta2", "weight along q2, the teacher", 0.2);

    @Override
    public String name() {
        return "linear-nd";
    }

    @Override
    public List<Setting<?>> settings() {
        return ClipSetting.settings(
                DIMENSION,
                SEED,
                LAMBDA1,
                LAMBDA2,
                Descent.eta(3.2),
                ALPHA,
                BETA1,
                BETA2,
                ClipSetting.SETTING,
                Descent.steps(6000));
    }

    /** With a covariance in the file its own, a teacher and a start instead of λ₁, λ₂ and a rotation. */
    @Override
    public List<Setting<?>> settings(Map<String, ?> contents) {
        return contents.containsKey(GivenCovariance.COVARIANCE.name())
                ? ClipSetting.settings(
                        GivenCovariance.COVARIANCE,
                        GivenCovariance.TEACHER,
                        GivenCovariance.W,
                        Descent.eta(3.2),
                        ALPHA,
                        ClipSetting.SETTING,
                        Descent.steps(6000))
                : settings();
    }

    @Override
    public Problem build(Settings settings) {
        return settings.has(GivenCovariance.COVARIANCE) ? given(settings) : rotated(settings);
    }

    private static Problem given(Settings settings) {
        GivenCovariance given = GivenCovariance.read(settings);
        LinearNd model = given.model();
        double eta = settings.get(StepSizeSetting.ETA);
        ClippingRule clip = settings.get(ClipSetting.SETTING).rule(eta, model.variance(0));
        double[] parameters = new double[model.dimension()];
        parameters[0] = settings.get(ALPHA);
        System.arraycopy(given.w(), 0, parameters, 1, given.w().length);
        LinearNdDescent dynamics = new LinearNdDescent(model, eta, clip);
        return problem(settings, dynamics, dynamics.start(parameters), List.of());
    }

    private static Problem rotated(Settings settings) {
        double lambda1 = settings.get(LAMBDA1);
        double lambda2 = settings.get(LAMBDA2);
        if (lambda2 >= lambda1) {
            throw new InputException("lambda2: " + InputException.shown(lambda2)
                    + " is not allowed; it must be below lambda1 = " + InputException.shown(lambda1));
        }
        int d = settings.get(DIMENSION).intValue();
        double[] variances = new double[d];
        Arrays.fill(variances, lambda2);
        variances[0] = lambda1;
        double[] teacher = new double[d];
        teacher[1] = 1;
        LinearNd model = new LinearNd(rotation(d, settings.get(SEED)), variances, teacher);
        Minimalist minimalist = new Minimalist(lambda1, lambda2);
        double eta = settings.get(StepSizeSetting.ETA);
        ClippingRule clip = settings.get(ClipSetting.SETTING).rule(eta, minimalist);
        LinearNdDescent dynamics = new LinearNdDescent(model, eta, clip);
        double[] beta = new double[d];
        beta[0] = settings.get(BETA1);
        beta[1] = settings.get(BETA2);
        State start = dynamics.start(settings.get(ALPHA), beta);
        List<Claim> claims = List.of(RotatedCopy.claim(model, new MinimalistDescent(minimalist, eta, clip)));
        return problem(settings, dynamics, start, claims);
    }

    @Override
    public Overlays overlays(Experiment experiment) {
        Problem problem = experiment.build();
        return Overlays.about(Landmarks.of(
                experiment.settings().get(LAMBDA1), problem.simulation().dynamics(), problem.start()));
    }

    private static Problem problem(Settings settings, LinearNdDescent dynamics, State start, List<Claim> claims) {
        LinearNd model = dynamics.model();
        if (!OptimizerSetting.isGradientDescent(settings)) {
            return Descent.problem(settings, model, start.parameters(), extras(model), claims, names(model.inputs()));
        }
        List<Probe> probes = new ArrayList<>(List.of(
                new Coordinates(dynamics), new LossProbe(model), new SharpnessProbe(model, new DirectEigenSolver())));
        probes.addAll(MeasuresSetting.readFew(settings, model, new DirectEigenSolver()));
        return new Problem(new Simulation(dynamics, probes), start, "curvatureBeta1", "alpha", claims, Certifier.NONE)
                .with((BatchRunner.Factory) wanted -> new LinearNdRunner(wanted.targetLoss()));
    }

    private static String[] names(int d) {
        return Stream.concat(Stream.of("alpha"), Stream.of(Descent.numbered("w", d)))
                .toArray(String[]::new);
    }

    /** β₁, β₂, λ₁α² and the GFS sharpness as functions of the parameters. */
    private static Probe extras(LinearNd model) {
        List<Column> columns = List.of(
                Column.coordinate("beta1", "β₁"), Column.coordinate("beta2", "β₂"), CURVATURE, GfsProbe.SHARPNESS);
        return Probe.of(columns, (w, row, offset) -> {
            row[offset] = model.coordinate(0, w);
            row[offset + 1] = model.coordinate(1, w);
            row[offset + 2] = model.variance(0) * w[0] * w[0];
            row[offset + 3] = model.gfsSharpness(w);
        });
    }

    /** The orthogonal factor of a Gaussian matrix, its vectors as rows. */
    private static double[][] rotation(int d, long seed) {
        Random random = new Random(seed);
        double[][] gaussian = new double[d][d];
        for (double[] row : gaussian) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        return new QRDecomposition(new Array2DRowRealMatrix(gaussian, false))
                .getQT()
                .getData();
    }

    /** α, β₁, β₂, λ₁α², the GFS sharpness, whether clipping acted, and w. */
    private record Coordinates(LinearNdDescent dynamics) implements Probe {
        @Override
        public List<Column> columns() {
            List<Column> columns = new ArrayList<>(List.of(
                    Column.coordinate("alpha", "α"),
                    Column.coordinate("beta1", "β₁"),
                    Column.coordinate("beta2", "β₂"),
                    CURVATURE,
                    GfsProbe.SHARPNESS,
                    Column.of("clipped", Column.Role.MEASUREMENT, "clipped", "clipping acted")
                            .as(Column.Kind.FLAG)));
            for (String name : Descent.numbered("w", dynamics.model().inputs())) {
                columns.add(Column.of(name, Column.Role.MEASUREMENT, name, name));
            }
            return columns;
        }

        @Override
        public void measure(State state, double[] row, int offset) {
            double[] w = state.parameters();
            row[offset] = w[0];
            row[offset + 1] = dynamics.coordinate(0, state);
            row[offset + 2] = dynamics.coordinate(1, state);
            row[offset + 3] = dynamics.curvatureBeta1(state);
            row[offset + 4] = dynamics.model().gfsSharpness(w);
            row[offset + 5] = dynamics.clipped(state) ? 1 : 0;
            System.arraycopy(w, 1, row, offset + 6, w.length - 1);
        }
    }
}
