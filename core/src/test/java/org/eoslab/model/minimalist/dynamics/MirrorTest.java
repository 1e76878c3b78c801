package org.eoslab.model.minimalist.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.interval.Interval;
import org.eoslab.model.minimalist.MinimalistModel;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedState;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.enclosure.UndecidedException;
import org.eoslab.run.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loss does not see the signs of (α, β₂): the mirror image of a run is a run, bit for bit, under every rule. */
class MirrorTest {
    private static final List<String> EVEN =
            List.of("beta1", "loss", "sharpness", "curvatureBeta1", "phase", "clipped");

    @ParameterizedTest
    @ValueSource(strings = {"floor 1.81", "none", "step 0.05", "norm 0.05"})
    void ofTheRunIsARun(String clip) {
        Run run = run(clip, 1);
        Run mirrored = run(clip, -1);
        for (String name : EVEN) {
            assertThat(mirrored.trajectory().table().column(name))
                    .as(name)
                    .isEqualTo(run.trajectory().table().column(name));
        }
        for (String name : List.of("alpha", "beta2")) {
            double[] column = mirrored.trajectory().table().column(name);
            for (int i = 0; i < column.length; i++) {
                column[i] = -column[i];
            }
            assertThat(column).as(name).isEqualTo(run.trajectory().table().column(name));
        }
        assertThat(mirrored.trajectory().timeline().cycles())
                .isEqualTo(run.trajectory().timeline().cycles());
        assertThat(mirrored.trajectory().timeline().crossUp())
                .isEqualTo(run.trajectory().timeline().crossUp());
    }

    /** 300 steps pass the first clipped ones, after which |α| is the floor itself. */
    @Test
    void ofTheEnclosedRunIsAnEnclosedRun() throws UndecidedException {
        EnclosedDescent descent = enclosed(1);
        EnclosedDescent mirrored = enclosed(-1);
        EnclosedState one = descent.start();
        EnclosedState two = mirrored.start();
        boolean clipped = false;
        for (int t = 0; t < 300; t++) {
            one = descent.step(one).next();
            two = mirrored.step(two).next();
            clipped |= one.atFloor();
            assertThat(two.atFloor()).isEqualTo(one.atFloor());
            assertThat(two.alpha().negate().minus(one.alpha()).contains(BigDecimal.ZERO))
                    .isTrue();
            assertThat(two.beta2().negate().minus(one.beta2()).contains(BigDecimal.ZERO))
                    .isTrue();
            assertThat(two.oscillation().minus(one.oscillation()).contains(BigDecimal.ZERO))
                    .isTrue();
        }
        assertThat(clipped).isTrue();
    }

    private static EnclosedDescent enclosed(int side) {
        ExactSettings settings =
                MinimalistModel.exact(experiment("floor 1.81", side).settings());
        return new EnclosedDescent(settings, Interval.bits(40));
    }

    private static Run run(String clip, int side) {
        return Run.of(experiment(clip, side), Recording.ALL, List.of());
    }

    private static Experiment experiment(String clip, int side) {
        Catalogue catalogue = Catalogue.load();
        return catalogue
                .experiment(catalogue.preset("canonical"))
                .with(Map.of("clip", clip, "alpha", 0.7 * side, "beta2", 0.2 * side, "steps", 2000));
    }
}
