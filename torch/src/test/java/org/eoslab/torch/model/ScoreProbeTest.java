package org.eoslab.torch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eoslab.Shared;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;

class ScoreProbeTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    private static Experiment cifar(Map<String, ?> changes) {
        return CATALOGUE
                .experiment(CATALOGUE.preset("cifar-fc-1000"))
                .with(Map.of("data", Shared.path("data").toString(), "images", 200, "width", 20, "steps", 30))
                .with(changes);
    }

    private static Table table(Experiment experiment) {
        return Run.of(experiment, Recording.ALL, List.of()).trajectory().table();
    }

    @Test
    void isReadWithTheCurvatureOfClassesOnly() {
        Table table = table(cifar(Map.of("every", 10)));
        double[] accuracy = table.column("trainAccuracy");
        assertThat(IntStream.range(0, 31).filter(t -> !Double.isNaN(accuracy[t])))
                .containsExactly(0, 10, 20, 30);
        assertThat(accuracy[30] * 200).isCloseTo(Math.rint(accuracy[30] * 200), within(1e-9));
        assertThat(accuracy[30]).isBetween(0.2, 1.0).isGreaterThan(accuracy[0]);
        Experiment numbers =
                CATALOGUE.experiment(CATALOGUE.preset("chebyshev-3")).with(Map.of("steps", 2));
        assertThat(table(numbers).names()).doesNotContain("trainAccuracy", "testLoss");
    }

    @Test
    void endsARunOnceItIsGoodEnough() {
        Run run = Run.of(
                cifar(Map.of("every", 5, "steps", 400, "until", "trainAccuracy >= 0.5")), Recording.ALL, List.of());
        long step = run.met().orElseThrow();
        double[] accuracy = run.trajectory().table().column("trainAccuracy");
        assertThat(accuracy[(int) step]).isGreaterThanOrEqualTo(0.5);
        assertThat(accuracy[(int) step - 5]).isLessThan(0.5);
    }

    /** Looking at a test set changes no other column; after thirty steps on 200 images its loss is above theirs. */
    @Test
    void aTestSetIsOnlyLookedAt() {
        Map<String, Object> double64 = Map.of("dtype", "float64", "every", 10, "optimizer", "adam", "eta", 0.001);
        Table without = table(cifar(double64));
        Table with = table(cifar(double64).with(Map.of("testImages", 100)));
        without.names().forEach(name -> assertThat(with.column(name)).as(name).containsExactly(without.column(name)));
        for (int t = 0; t <= 30; t += 10) {
            assertThat(with.get("testAccuracy", t)).isBetween(0.0, 0.6);
            assertThat(with.get("testLoss", t)).isBetween(0.3, 2.0);
        }
        assertThat(with.get("testLoss", 30)).isGreaterThan(with.get("loss", 30));
    }

    @Test
    void moreTestImagesThanThereAreAreRefused() {
        Experiment experiment = cifar(Map.of("testImages", 10_000)); // skipped here where there is no data
        assertThatThrownBy(experiment::build)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("testImages: 10,000 are needed and ");
    }
}
