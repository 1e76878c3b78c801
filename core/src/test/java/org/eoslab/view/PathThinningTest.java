package org.eoslab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eoslab.dynamics.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a curve looks like the curve. */
class PathThinningTest {
    /** The smallest move that can be seen, in parts of the extent. */
    private static final double SEEN = 1e-3;

    private static Map<String, Object> thinned(double[][] curve, int bins) {
        PathThinning thinning =
                new PathThinning(new StepWindow(0, curve.length - 1, 100), List.of("x", "y"), new int[] {0, 1}, bins);
        for (int step = 0; step < curve.length; step++) {
            thinning.observe(new State(curve[step], new double[0], step, step), curve[step]);
        }
        return thinning.path();
    }

    private static double extent(double[][] curve, int axis) {
        return Arrays.stream(curve).mapToDouble(p -> p[axis]).max().orElseThrow()
                - Arrays.stream(curve).mapToDouble(p -> p[axis]).min().orElseThrow();
    }

    /** With a bin a step nothing but the threshold drops points. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPointIsWhereTheOneKeptBeforeItIsSeen(int seed) {
        Random random = new Random(seed);
        double[][] curve = new double[2000][2];
        for (int i = 1; i < curve.length; i++) {
            double size = Math.exp(-i / 100.0);
            curve[i][0] = curve[i - 1][0] + size * random.nextGaussian();
            curve[i][1] = curve[i - 1][1] + size * random.nextGaussian();
        }
        Map<String, Object> path = thinned(curve, curve.length);
        long[] steps = (long[]) path.get("step");
        assertThat(steps).startsWith(0).isSorted().doesNotHaveDuplicates().hasSizeLessThan(1500);
        for (int k = 0; k < steps.length; k++) {
            long next = k + 1 < steps.length ? steps[k + 1] : curve.length;
            assertThat(((double[]) path.get("x"))[k]).isEqualTo(curve[(int) steps[k]][0]);
            for (long dropped = steps[k] + 1; dropped < next; dropped++) {
                for (int axis = 0; axis < 2; axis++) {
                    assertThat(Math.abs(curve[(int) dropped][axis] - curve[(int) steps[k]][axis]))
                            .isLessThanOrEqualTo(SEEN * extent(curve, axis));
                }
            }
        }
    }

    /** Of one bin that swings on both sides of its ends, neither is an extreme. */
    @Test
    void itBeginsAndEndsWhereTheCurveDoes() {
        double[][] curve = new double[1000][2];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = new double[] {Math.sin(i / 20.0), Math.sin(0.3 + i / 30.0)};
        }
        Map<String, Object> path = thinned(curve, 1);
        long[] steps = (long[]) path.get("step");
        assertThat(steps).startsWith(0).endsWith(999).isSorted().doesNotHaveDuplicates();
        assertThat(((double[]) path.get("y"))[0]).isEqualTo(curve[0][1]);
        assertThat(((double[]) path.get("y"))[steps.length - 1]).isEqualTo(curve[999][1]);
    }

    @Test
    void aSpikeStays() {
        double[][] curve = new double[10_000][2];
        curve[5432] = new double[] {1, 0};
        assertThat((long[]) thinned(curve, 600).get("step")).contains(0, 5432);
    }
}
