package org.eoslab.torch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.claim.Finding;
import org.eoslab.claim.GfsClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;

/** The sharpness of the gradient flow solution of a network: what a run of gradient flow itself ends at, and what descent makes of it. */
class GfsSharpnessTest {
    private static Run run(Map<String, ?> changes) {
        Catalogue catalogue = Catalogue.load();
        Map<String, Object> settings =
                new HashMap<>(Map.of("depth", 2, "size", 3, "dtype", "float64", "every", 1, "eta", 0.25, "steps", 60));
        settings.putAll(changes);
        return Run.of(catalogue.experiment(catalogue.preset("deep-linear")).with(settings), Recording.ALL, List.of());
    }

    private static Run measured(long seed) {
        return run(Map.of("seed", seed, "measures", "gfs-sharpness", "measuresEvery", 10, "steps", 100));
    }

    private static Finding finding(Run run) {
        return GfsClaim.of().check(run.trajectory());
    }

    @Test
    void itIsWhereARunOfGradientFlowEnds() {
        Table flow =
                run(Map.of("optimizer", "gradient-flow", "eta", 1)).trajectory().table();
        double end = flow.get("sharpness", 60);
        assertThat(flow.get("gradientNorm", 60)).isLessThan(1e-6);
        assertThat(measured(0).trajectory().table().get("gfsSharpness", 0)).isCloseTo(end, within(1e-5 * end));
    }

    /** Proved of one neuron a layer; of three neurons one start goes by it and another does not, below the edge at all steps. */
    @Test
    void descentMakesItSmallerThoughNotAtEveryReading() {
        for (long seed = 1; seed <= 2; seed++) {
            Run run = measured(seed);
            Table table = run.trajectory().table();
            assertThat(finding(run).verdict()).isEqualTo(seed == 1 ? Verdict.FAILS : Verdict.HOLDS);
            assertThat(table.get("gfsSharpness", 100)).isLessThan(0.99 * table.get("gfsSharpness", 0));
            for (int step = 0; step <= 100; step++) {
                assertThat(0.25 * table.get("sharpness", step)).isLessThan(2);
            }
        }
    }

    @Test
    void aFlowThatIsGivenUpHasNone() {
        Run run =
                run(Map.of("measures", "gfs-sharpness", "measuresEvery", 20, "gfsHorizon", 0.1, "gfsTolerance", 1e-9));
        Table table = run.trajectory().table();
        assertThat(table.get("gfsSharpness", 0)).isNaN();
        assertThat(table.get("gfsGradientNorm", 0)).isGreaterThan(1e-9);
        assertThat(finding(run).verdict()).isEqualTo(Verdict.NOT_REACHED);
    }
}
