package org.eoslab.model.factorisation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;

/** The factorisations of Wang, Chen, Zhao and Tao, of numbers and of matrices, a preset each. */
public final class FactorisationLibrary implements Library {
    private static final Library NUMBERS = new NumberFactorisation();

    @Override
    public List<Model> models() {
        return Stream.concat(NUMBERS.models().stream(), Stream.of(new MatrixFactorisationModel()))
                .toList();
    }

    @Override
    public List<Preset> presets() {
        Preset matrices = new Preset(
                MatrixFactorisationModel.NAME,
                MatrixFactorisationModel.NAME,
                Balancing.SOURCE + "; the matrix, the start and the step size are ours",
                "a step size beyond 2/S balances two factors of a 3 x 3 matrix",
                1,
                Map.of());
        return Stream.concat(NUMBERS.presets().stream(), Stream.of(matrices)).toList();
    }
}
