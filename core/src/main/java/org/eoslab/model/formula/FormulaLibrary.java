package org.eoslab.model.formula;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;

/** The model of a formula, and an example. */
public final class FormulaLibrary implements Library {
    @Override
    public List<Model> models() {
        return List.of(new FormulaModel());
    }

    @Override
    public List<Preset> presets() {
        Map<String, Object> start = new LinkedHashMap<>();
        start.put("x", 0.5);
        start.put("y", 6.0);
        return List.of(new Preset(
                "formula",
                "formula",
                "Ahn et al. 2023; docs/formulas.md",
                "log cosh(xy) as a formula: from 4.5 times the limit to eta*S = 1.9764",
                0.5,
                Map.of("loss", "log(cosh(x*y))", "start", start, "eta", 0.125, "steps", 20_000L)));
    }
}
