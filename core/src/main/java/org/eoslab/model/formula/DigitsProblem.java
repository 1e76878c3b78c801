package org.eoslab.model.formula;

import java.util.List;
import org.eoslab.claim.Certifier;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.experiment.setting.MeasuresSetting;
import org.eoslab.experiment.setting.ReadingsSetting;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.expression.DigitsArithmetic;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.Simulation;

/** The problem of a formula that runs in {@code digits} decimal digits: gradient descent, with any schedule and clipping. */
final class DigitsProblem {
    private DigitsProblem() {}

    static Problem of(FormulaLoss loss, Settings settings) {
        long digits = settings.get(FormulaSettings.DIGITS);
        refuse(settings, OptimizerSetting.OPTIMIZER);
        refuse(settings, OptimizerSetting.WEIGHT_DECAY);
        refuse(settings, MeasuresSetting.MEASURES);
        if (loss.data().length > 0) {
            throw new InputException("digits: " + digits + " is not allowed with data; it must be 0, for doubles");
        }
        List<String> parameters = FormulaSettings.parameters(settings.schema());
        DigitsDescent dynamics = new DigitsDescent(
                loss.objective(),
                loss.derivatives().gradient(),
                StepSizeSetting.read(settings),
                DigitsMemory.of(new DigitsArithmetic((int) digits)));
        DigitsProbe curvature =
                new DigitsProbe(parameters, dynamics, loss.derivatives().product());
        List<Probe> probes = List.of(
                Probe.of(
                        Column.coordinates(parameters),
                        (w, row, offset) -> System.arraycopy(w, 0, row, offset, w.length)),
                curvature.at(ReadingsSetting.read(settings)));
        return new Problem(
                new Simulation(dynamics, probes),
                dynamics.start(FormulaSettings.start(settings)),
                "sharpness",
                "sharpness",
                List.of(),
                Certifier.NONE);
    }

    private static void refuse(Settings settings, Setting<?> key) {
        if (!settings.stored(key).equals(key.defaultValue())) {
            throw new InputException(key.name() + ": " + settings.stored(key) + " is not allowed with digits: "
                    + settings.get(FormulaSettings.DIGITS) + "; it must be " + key.defaultValue());
        }
    }
}
