package org.eoslab.torch.model;

import org.eoslab.experiment.Model;
import org.eoslab.experiment.Settings;
import org.eoslab.torch.Terms;

/** A model whose loss is a mean over examples, which can be shared out to several processes. */
public interface SharedModel extends Model {
    /** The same model, whose sums over examples are taken at another place. */
    SharedModel at(Place place);

    /**
     * What is summed in a run.
     *
     * @param settings of the run
     * @param set over which of its examples
     * @throws org.eoslab.experiment.InputException when the settings do not go together, or files are not as they should be
     */
    Terms terms(Settings settings, ExampleSet set);
}
