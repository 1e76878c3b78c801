package org.eoslab.spark;

import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.torch.Evaluator;
import org.eoslab.torch.SentQuestion;
import org.eoslab.torch.Terms;
import org.eoslab.torch.model.ExampleSet;
import org.eoslab.torch.model.Place;
import org.eoslab.torch.model.SentTerms;
import org.eoslab.torch.model.SharedModel;

/** The executors of a cluster, asked from this process. */
record ClusterPlace(ExampleCluster cluster) implements Place {
    @Override
    public Evaluator evaluator(Map<String, Object> experiment, ExampleSet set, Terms terms) {
        SentTerms sent = SentTerms.of(experiment, set, terms);
        return (question, sum) -> {
            try {
                return cluster.ask(sent, SentQuestion.of(question, terms.precision(), false), sum);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** An experiment, evaluated there. */
    Experiment experiment(Map<String, Object> contents) {
        Experiment here = Catalogue.load().experiment(contents);
        return new Experiment(((SharedModel) here.model()).at(this), here.settings());
    }
}
