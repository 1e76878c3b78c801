package org.eoslab.torch.data;

import java.util.List;

/**
 * A Chebyshev polynomial on a grid: inputs equally spaced on [−1, 1], both ends included, targets T_k(x) = cos(k·arccos x)
 * (Cohen et al. 2021, appendix).
 *
 * @param degree k ≥ 0
 * @param size the number of points, at least 2
 */
public record Polynomial(int degree, int size) implements DataSet {
    /** Checks the ranges. */
    public Polynomial {
        if (degree < 0 || size < 2) {
            throw new IllegalArgumentException(
                    "degree " + degree + ", " + size + " points: must be at least 0 and at least 2");
        }
    }

    @Override
    public List<Long> inputShape() {
        return List.of(1L);
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void read(int index, double[] input, double[] target) {
        double x = -1 + 2.0 * index / (size - 1);
        input[0] = x;
        target[0] = Math.cos(degree * Math.acos(x));
    }
}
