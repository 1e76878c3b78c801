package org.eoslab.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Means over squares of an image. The mean, not the maximum: a maximum has kinks, where a Hessian says nothing.
 *
 * @param size the side of the square, at least 1; what is left over at the border is dropped
 */
public record AveragePool(long size) implements Network {
    /** Checks the size. */
    public AveragePool {
        if (size < 1) {
            throw new IllegalArgumentException("pool size " + size + ": must be at least 1");
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor images) {
        return torch.avg_pool2d(images, size, size);
    }
}
