package org.eoslab.torch.model;

import java.util.Map;
import org.eoslab.torch.Evaluator;
import org.eoslab.torch.Terms;

/** Where the sums over the examples of a network are taken. */
@FunctionalInterface
public interface Place {
    /** This process. */
    Place HERE = (experiment, set, terms) -> Evaluator.here(terms);

    /**
     * What takes them.
     *
     * @param experiment from which the same terms can be made elsewhere, by {@link SharedModel#terms}: what an experiment file holds, and where the
     *     data are
     * @param set which of its sets of examples
     * @param terms what is summed
     */
    Evaluator evaluator(Map<String, Object> experiment, ExampleSet set, Terms terms);
}
