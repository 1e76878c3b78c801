package org.eoslab.model;

import java.util.List;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.model.agarwala.AgarwalaLibrary;
import org.eoslab.model.factorisation.FactorisationLibrary;
import org.eoslab.model.formula.FormulaLibrary;
import org.eoslab.model.linearnd.LinearNdLibrary;
import org.eoslab.model.literature.LiteratureLibrary;
import org.eoslab.model.minimalist.MinimalistLibrary;
import org.eoslab.model.neuron.NeuronLibrary;
import org.eoslab.model.scalar.ScalarLibrary;
import org.eoslab.model.wang.WangLibrary;

/** The closed-form models, a folder a paper, and the formula, in the order in which they are listed. */
public final class Models implements Library {
    private static final List<Library> PAPERS = List.of(
            new MinimalistLibrary(),
            new ScalarLibrary(),
            new NeuronLibrary(),
            new WangLibrary(),
            new AgarwalaLibrary(),
            new LinearNdLibrary(),
            new FormulaLibrary(),
            new LiteratureLibrary(),
            new FactorisationLibrary());

    @Override
    public List<Model> models() {
        return PAPERS.stream().flatMap(p -> p.models().stream()).toList();
    }

    @Override
    public List<Preset> presets() {
        return PAPERS.stream().flatMap(p -> p.presets().stream()).toList();
    }
}
