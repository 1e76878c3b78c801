package org.eoslab.model.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.eoslab.claim.Certifier;
import org.eoslab.claim.rigorous.Rigorous;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.experiment.Draft;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.experiment.setting.BatchSetting;
import org.eoslab.experiment.setting.MeasuresSetting;
import org.eoslab.experiment.setting.ReadingsSetting;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.objective.SmoothObjective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.Simulation;
import org.eoslab.run.Trajectory;
import org.eoslab.run.probe.LossProbe;
import org.eoslab.run.probe.SharpnessProbe;

/**
 * {@code formula}: any loss, given by its formula. Its columns begin with the parameters by their names. The curvature is found by the
 * dense solver up to {@value DirectEigenSolver#LARGEST} parameters, by Lanczos beyond.
 */
final class FormulaModel implements Model {
    @Override
    public String name() {
        return "formula";
    }

    @Override
    public List<Setting<?>> settings() {
        return FormulaSettings.fixed(1);
    }

    @Override
    public List<Setting<?>> settings(Map<String, ?> contents) {
        return FormulaSettings.of(contents);
    }

    @Override
    public Optional<Setting<String>> naming() {
        return Optional.of(FormulaSettings.LOSS);
    }

    @Override
    public Draft draft(Map<String, ?> contents) {
        return new Draft(this, FormulaDraft.of(contents));
    }

    @Override
    public Problem build(Settings settings) {
        FormulaLoss loss = FormulaLoss.of(settings);
        if (settings.get(FormulaSettings.DIGITS) > 0) {
            return DigitsProblem.of(loss, settings);
        }
        SmoothObjective objective = loss.objective();
        List<String> parameters = FormulaSettings.parameters(settings.schema());
        double[] start = FormulaSettings.start(settings);
        EigenSolver solver = DirectEigenSolver.upTo(
                start.length,
                () -> new Lanczos(
                        settings.get(FormulaSettings.TOLERANCE),
                        Lanczos.MAX_PRODUCTS,
                        settings.get(BatchSetting.SEED)));
        int eigenvalues = (int) Math.min(settings.get(FormulaSettings.EIGENVALUES), start.length);
        Dynamics dynamics = OptimizerSetting.read(settings, objective, solver, eigenvalues);
        SharpnessProbe sharpness = new SharpnessProbe(objective, solver, dynamics, eigenvalues, false, 0);
        List<Probe> probes = new ArrayList<>();
        probes.add(Probe.of(
                Column.coordinates(parameters), (w, row, offset) -> System.arraycopy(w, 0, row, offset, w.length)));
        LossProbe values = new LossProbe(objective);
        LongPredicate readings = ReadingsSetting.read(settings);
        probes.add(dynamics.takesGradient() ? values : values.at(readings));
        probes.add(sharpness.at(readings));
        if (loss.data().length == 0 && loss.derivatives().gradient().size() <= Underflow.LARGEST) {
            Underflow underflow = new Underflow(objective, loss.derivatives().gradient());
            probes.add(dynamics.takesGradient() ? underflow : underflow.at(readings));
        }
        probes.addAll(OptimizerSetting.probes(settings, dynamics));
        probes.addAll(OptimizerSetting.readings(settings, dynamics));
        probes.addAll(MeasuresSetting.read(settings, objective, dynamics, sharpness));
        String curvature = OptimizerSetting.curvature(settings, dynamics);
        return new Problem(
                new Simulation(dynamics, probes),
                dynamics.start(start),
                curvature,
                curvature,
                List.of(),
                Certifier.NONE);
    }

    @Override
    public Optional<Rigorous> rigorous(Settings settings) {
        FormulaLoss loss = FormulaLoss.of(settings);
        List<BigDecimal> start = Arrays.stream(FormulaSettings.start(settings))
                .mapToObj(BigDecimal::valueOf)
                .toList();
        FormulaProof proof = new FormulaProof(
                loss.derivatives(),
                start,
                BigDecimal.valueOf(settings.get(StepSizeSetting.ETA)),
                objection(loss, settings));
        return Optional.of(proof::check);
    }

    /** Why there is no exact trajectory to enclose. */
    private static String objection(FormulaLoss loss, Settings settings) {
        for (Setting<?> key : List.of(
                OptimizerSetting.OPTIMIZER,
                OptimizerSetting.WEIGHT_DECAY,
                StepSizeSetting.SCHEDULE,
                StepSizeSetting.CLIP)) {
            if (!settings.stored(key).equals(key.defaultValue())) {
                return key.name() + ": " + settings.stored(key) + " is not enclosed; only " + key.defaultValue()
                        + " is";
            }
        }
        return loss.data().length > 0 ? "a formula over the rows of a table is not enclosed" : "";
    }

    @Override
    public List<String> remarks(Settings settings, Trajectory run) {
        return Remarks.of(FormulaLoss.of(settings), settings, run);
    }
}
