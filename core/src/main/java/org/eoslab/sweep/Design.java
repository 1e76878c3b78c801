package org.eoslab.sweep;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.hipparchus.random.SobolSequenceGenerator;

/** How the points of a sweep lie in the space of its axes. */
public enum Design {
    /** Every combination of the axes' points; the last axis varies fastest. */
    GRID {
        @Override
        LongFunction<Object[]> points(List<Axis> axes, long seed) {
            return index -> {
                Object[] values = new Object[axes.size()];
                long rest = index;
                for (int j = axes.size() - 1; j >= 0; j--) {
                    int points = axes.get(j).points();
                    values[j] = axes.get(j).point((int) (rest % points));
                    rest /= points;
                }
                return values;
            };
        }
    },

    /** Independent uniform draws (of the logarithm on a log axis); each point's come from a generator seeded by (seed, index). */
    RANDOM {
        @Override
        LongFunction<Object[]> points(List<Axis> axes, long seed) {
            return index -> {
                SplittableRandom random = new SplittableRandom(runSeed(seed, index));
                return axes.stream().map(a -> a.at(random.nextDouble())).toArray();
            };
        }
    },

    /** Sobol's low-discrepancy sequence, from its second point on (the first is the corner). */
    SOBOL {
        @Override
        LongFunction<Object[]> points(List<Axis> axes, long seed) {
            SobolSequenceGenerator sobol = new SobolSequenceGenerator(axes.size());
            return index -> {
                double[] u = sobol.skipTo((int) index + 1);
                Object[] values = new Object[u.length];
                for (int j = 0; j < u.length; j++) {
                    values[j] = axes.get(j).at(u[j]);
                }
                return values;
            };
        }
    };

    /** The values at a point's index, one an axis; the function is for one thread. */
    abstract LongFunction<Object[]> points(List<Axis> axes, long seed);

    /** The seed of run {@code index}: one step of SplitMix64 from a base that both enter. */
    static long runSeed(long seed, long index) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index).nextLong();
    }
}
