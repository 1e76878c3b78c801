package org.eoslab.experiment;

import java.util.Map;

/**
 * What an editor goes on with once a text that names settings has been changed.
 *
 * @param model the model; another than before where that is about a text of its own
 * @param contents the keys and values of a file for it, on one level: every setting that the text names has a value, and no other is left
 */
public record Draft(Model model, Map<String, Object> contents) {
    /**
     * It as an experiment, as {@link Catalogue#ofPanel} reads one.
     *
     * @throws InputException when a value is not allowed
     */
    public Experiment experiment() {
        return new Experiment(model, Settings.readPanel(model.settings(contents), contents));
    }
}
