package org.eoslab.model.factorisation;

import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;

/** The matrix factorisation of Wang, Chen, Zhao and Tao, with its preset. */
public final class FactorisationLibrary implements Library {
    @Override
    public List<Model> models() {
        return List.of(new MatrixFactorisationModel());
    }

    @Override
    public List<Preset> presets() {
        return List.of(new Preset(
                MatrixFactorisationModel.NAME,
                MatrixFactorisationModel.NAME,
                MatrixFactorisationModel.SOURCE + "; the matrix, the start and the step size are ours",
                "a step size beyond 2/S balances two factors of a 3 x 3 matrix",
                1,
                Map.of()));
    }
}
