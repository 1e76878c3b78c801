package org.eoslab.experiment.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;

/** The fifty examples of {@code measures=gradient-covariance} are not those that the first batches of {@code sgd} have. */
class CovarianceSampleTest {
    private static final int SEEDS = 60;

    /**
     * Of a hundred terms half have the gradient 1 and half 0. The variance of a sample with a share p of ones is p(1 − p), and the first step is −p of its batch. Of two
     * independent samples of fifty p(1 − p) is the same with the probability 0.199.
     */
    @Test
    void isNotTheFirstBatch() {
        long same = IntStream.range(0, SEEDS).filter(this::sameShare).count();
        assertThat(same).isLessThan(SEEDS / 2);
    }

    private boolean sameShare(int seed) {
        List<String> terms = IntStream.range(0, 100).mapToObj(i -> i % 2 + "*x").toList();
        Map<String, Object> file = Map.of(
                "model",
                "formula",
                "loss",
                terms,
                "start",
                Map.of("x", 0),
                "eta",
                1,
                "steps",
                1,
                "optimizer",
                "sgd",
                "batch",
                50,
                "seed",
                seed,
                "measures",
                "gradient-covariance");
        Table table = Run.of(Catalogue.load().experiment(file), Recording.ALL, List.of())
                .trajectory()
                .table();
        double share = -table.get("x", 1);
        return Math.abs(table.get("gradientCovarianceTrace", 0) - share * (1 - share)) < 1e-9;
    }
}
