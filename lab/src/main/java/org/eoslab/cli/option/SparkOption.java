package org.eoslab.cli.option;

import org.eoslab.experiment.Model;
import org.eoslab.job.ExperimentSource;
import org.eoslab.job.spark.SparkPlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --spark}: where the sums over the examples of a network are taken. */
public final class SparkOption {
    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description = "share a network's examples out to a Spark cluster: spark://HOST:PORT or local[N]")
    private @Nullable String master;

    /** Where a command's experiments come from, and so where they are evaluated; to be closed when the command is done. */
    public static final class Open implements AutoCloseable {
        private final ExperimentSource all = new ExperimentSource();
        private final @Nullable SparkPlace place;
        private final ExperimentSource source;

        private Open(@Nullable SparkPlace place) {
            this.place = place;
            this.source = place == null ? all : new ExperimentSource(place.catalogue(all.catalogue()));
        }

        /** The experiments. */
        public ExperimentSource source() {
            return source;
        }

        /**
         * Checks that a model can be evaluated there.
         *
         * @throws org.eoslab.experiment.InputException when it cannot
         */
        public void check(Model model) {
            if (place != null) {
                SparkPlace.check(model, all.catalogue());
            }
        }

        @Override
        public void close() {
            if (place != null) {
                place.close();
            }
        }
    }

    /**
     * Opens it.
     *
     * @throws org.eoslab.experiment.InputException when there is no such master
     */
    public Open open() {
        return new Open(master == null ? null : SparkPlace.on(master));
    }
}
