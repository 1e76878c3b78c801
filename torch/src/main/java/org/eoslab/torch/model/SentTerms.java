package org.eoslab.torch.model;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.SentQuestion;
import org.eoslab.torch.Terms;

/**
 * The terms of a sum as they travel: the experiment that they are made from again, and what they must be then.
 *
 * @param id a name for them, unlike that of any others
 * @param experiment what an experiment file holds, and where the data are
 * @param set which of its examples
 * @param parameters how many numbers each of the network's parameters has, in their order
 * @param chunks how many examples at a time
 * @param checksum of the examples
 */
@SuppressWarnings("ArrayRecordComponent")
public record SentTerms(
        UUID id,
        LinkedHashMap<String, Object> experiment,
        ExampleSet set,
        int[] parameters,
        Chunks chunks,
        long checksum)
        implements Serializable {
    /** Terms to send, under a name of their own. */
    public static SentTerms of(Map<String, Object> experiment, ExampleSet set, Terms terms) {
        return new SentTerms(
                UUID.randomUUID(),
                new LinkedHashMap<>(experiment),
                set,
                terms.sizes(),
                terms.chunks(),
                terms.checksum());
    }

    /**
     * A question about terms.
     *
     * @param terms what is summed
     * @param question what is asked
     */
    public record Asked(SentTerms terms, SentQuestion question) implements Serializable {
        /** How many numbers the sum of the chunks' vectors has, 0 where they have none. */
        public int vectorLength() {
            return question.question().kind().hasVector()
                    ? IntStream.of(terms.parameters).sum()
                    : 0;
        }
    }

    /**
     * The terms, made again.
     *
     * @throws InputException when that cannot be done here, or they are not the same
     */
    public Terms make() {
        Experiment made = Catalogue.load().experiment(experiment);
        Terms terms = ((SharedModel) made.model()).terms(made.settings(), set);
        if (terms.checksum() != checksum) {
            throw new InputException(
                    "the examples are others than where the run was started: other files, or a processor of another kind");
        }
        return terms;
    }
}
