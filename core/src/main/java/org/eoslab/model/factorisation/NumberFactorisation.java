package org.eoslab.model.factorisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.formula.NamedFormula;

/**
 * {@code factorisation}: {@linkplain Balancing large step sizes balance} a factorisation of numbers, ½(1 − xy)².
 */
final class NumberFactorisation implements Library {
    private static final String NAME = "factorisation";

    @Override
    public List<Model> models() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("loss", "(1 - x*y)^2/2");
        defaults.put("start.x", 6.0);
        defaults.put("start.y", 0.1);
        defaults.put("eta", 3 / 36.0011);
        defaults.put("steps", 5000L);
        return List.of(new NamedFormula(
                NAME,
                defaults,
                settings -> List.of(Balancing.claim(
                        "Wang.factors",
                        "|x² − y²|",
                        settings.get(StepSizeSetting.ETA),
                        at -> (at.applyAsDouble("x") - at.applyAsDouble("y"))
                                * (at.applyAsDouble("x") + at.applyAsDouble("y"))))));
    }

    @Override
    public List<Preset> presets() {
        return List.of(new Preset(
                NAME,
                NAME,
                Balancing.SOURCE,
                "a step size beyond 2/S balances two factors: (6, 0.1) to (1.7295, 0.5782)",
                0.1,
                Map.of()));
    }
}
