package org.eoslab.model.minimalist.claim;

import java.util.Optional;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.admissible.Condition;
import org.eoslab.model.minimalist.enclosure.ExactClip;
import org.eoslab.model.minimalist.enclosure.ExactSettings;

/** What a claim presupposes of a run's settings and start, decided exactly; the same in floating and in rigorous mode. */
public enum Premise {
    /** The start is in the {@link AdmissibleSet}. */
    ADMISSIBLE {
        @Override
        public Optional<String> objection(ExactSettings start) {
            return new AdmissibleSet(start).violated().map(Condition::violation);
        }
    },

    /** The start is below the layer under 2/η in which α can turn back, (S7). */
    BELOW_THE_LAYER {
        @Override
        public Optional<String> objection(ExactSettings start) {
            Condition condition = new AdmissibleSet(start).belowTheLayer();
            return condition.holds() ? Optional.empty() : Optional.of(condition.violation());
        }
    },

    /** The start is in the flatter subset, which the floor's κ defines. */
    FLATTER {
        @Override
        public Optional<String> objection(ExactSettings start) {
            Optional<Condition> condition = new AdmissibleSet(start).flatter();
            if (condition.isEmpty()) {
                return Optional.of("its flatter subset is defined by the κ of the clipping rule floor");
            }
            return condition.filter(c -> !c.holds()).map(Condition::violation);
        }
    },

    /** No rule scales the step of β₂. */
    WHOLE_STEPS {
        @Override
        public Optional<String> objection(ExactSettings start) {
            return start.clip() instanceof ExactClip.Norm
                    ? Optional.of("the clipping rule norm scales the step of β₂, whose factor is then not 1 − 2rμ")
                    : Optional.empty();
        }
    };

    /** Why the start does not meet it, or empty when it does. */
    public abstract Optional<String> objection(ExactSettings start);
}
