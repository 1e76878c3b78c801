package org.eoslab.run;

import org.junit.jupiter.api.Nested;

/** The observers of the laboratory's own. */
class ObserversTest {
    @Nested
    class OfRows implements ObserverContract {
        @Override
        public Observer observer(Simulation simulation) {
            return Table.of(simulation.columns(), Recording.ALL, STEPS);
        }
    }

    @Nested
    class OfThinnedRows implements ObserverContract {
        @Override
        public Observer observer(Simulation simulation) {
            return Table.of(simulation.columns(), new Recording.Every(7), STEPS);
        }
    }

    @Nested
    class OfEvents implements ObserverContract {
        @Override
        public Observer observer(Simulation simulation) {
            return Timeline.of(simulation);
        }
    }
}
