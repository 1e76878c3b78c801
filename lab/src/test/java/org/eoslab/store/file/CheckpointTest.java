package org.eoslab.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.eoslab.dynamics.Curvature;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.LowRank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read is what was written, bit for bit. */
class CheckpointTest {
    private static final int LONGER_THAN_A_PIECE = 40_000;

    @TempDir
    private Path folder;

    private final Random random = new Random(1);

    @Test
    void keepsEveryBit() throws IOException {
        double[] parameters = doubles();
        parameters[0] = Double.longBitsToDouble(0x7FF8_0000_0000_1234L);
        parameters[1] = -0.0;
        parameters[2] = Double.MIN_VALUE;
        double[] memory = {-0.0, Double.NEGATIVE_INFINITY, Float.MIN_VALUE};
        EigenPairs hessian = new EigenPairs(
                new double[] {3, 2},
                new double[][] {doubles(), floats()},
                new double[] {1e-3, Double.NaN},
                17,
                true,
                new LowRank(new double[] {5, 4}, new double[][] {floats(), doubles()}));
        Curvature curvature = new Curvature(40, hessian, EigenPairs.NONE, true);
        EigenPairs own = new EigenPairs(
                new double[] {7}, new double[][] {doubles()}, new double[] {1e-9}, 3, false, LowRank.NONE);
        State state = new State(parameters, memory, 42, 0.1, own, curvature);
        double[] timeline = {1, 0.1};
        Path file = folder.resolve("state");
        new Checkpoint(state, timeline).write(file);

        Checkpoint back = Checkpoint.read(file);
        assertThat(back.state().step()).isEqualTo(42);
        assertThat(back.state().time()).isEqualTo(0.1);
        assertSameBits(back.state().parameters(), parameters);
        assertSameBits(back.state().memory(), memory);
        assertSameBits(back.timeline(), timeline);
        assertSameBits(back.state().eigenPairs().vectors()[0], own.vectors()[0]);
        assertThat(back.state().eigenPairs().largest()).isEqualTo(7);
        assertThat(back.state().curvature().step()).isEqualTo(40);
        assertThat(back.state().curvature().repaired()).isTrue();
        EigenPairs pairs = back.state().curvature().hessian();
        assertSameBits(pairs.values(), hessian.values());
        assertSameBits(pairs.residuals(), hessian.residuals());
        assertThat(pairs.products()).isEqualTo(17);
        assertThat(pairs.converged()).isTrue();
        assertSameBits(pairs.model().values(), hessian.model().values());
        for (int i = 0; i < 2; i++) {
            assertSameBits(pairs.vectors()[i], hessian.vectors()[i]);
            assertSameBits(pairs.model().vectors()[i], hessian.model().vectors()[i]);
        }
    }

    @Test
    void takesHalfTheRoomForFloats() throws IOException {
        Path whole = folder.resolve("doubles");
        Path half = folder.resolve("floats");
        new Checkpoint(new State(doubles(), new double[0]), new double[0]).write(whole);
        new Checkpoint(new State(floats(), new double[0]), new double[0]).write(half);
        assertThat(Files.size(whole) - Files.size(half)).isEqualTo((long) LONGER_THAN_A_PIECE * Float.BYTES);
    }

    @Test
    void refusesAnotherFile() throws IOException {
        Path file = Files.write(folder.resolve("other"), new byte[100]);
        assertThatThrownBy(() -> Checkpoint.read(file)).hasMessageContaining("not a checkpoint of this version");
    }

    private double[] doubles() {
        return random.doubles(LONGER_THAN_A_PIECE).toArray();
    }

    private double[] floats() {
        double[] floats = doubles();
        Arrays.setAll(floats, i -> (float) floats[i]);
        return floats;
    }

    private static void assertSameBits(double[] actual, double[] expected) {
        assertThat(Arrays.stream(actual).mapToLong(Double::doubleToRawLongBits).toArray())
                .isEqualTo(Arrays.stream(expected)
                        .mapToLong(Double::doubleToRawLongBits)
                        .toArray());
    }
}
