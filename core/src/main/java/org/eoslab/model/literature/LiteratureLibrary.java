package org.eoslab.model.literature;

import java.util.List;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;

/** The works whose systems are formulas, in the order in which they are listed. */
public final class LiteratureLibrary implements Library {
    private static final List<Library> WORKS = List.of(
            new Subquadratic(),
            new TrajectoryAlignment(),
            new SharpnessDrift(),
            new ScaleInvariant(),
            new NonUniformMinima(),
            new ExactCatapult(),
            new OneNeuron(),
            new SharpnessAware());

    @Override
    public List<Model> models() {
        return WORKS.stream().flatMap(w -> w.models().stream()).toList();
    }

    @Override
    public List<Preset> presets() {
        return WORKS.stream().flatMap(w -> w.presets().stream()).toList();
    }
}
