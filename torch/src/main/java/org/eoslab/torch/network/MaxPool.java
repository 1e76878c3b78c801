package org.eoslab.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Maxima over squares of an image. It has kinks, where two entries are the same: the Hessian is that of the smooth piece.
 *
 * @param size the side of the square, at least 1; what is left over at the border is dropped
 */
public record MaxPool(long size) implements Network {
    /** Checks the size. */
    public MaxPool {
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
        return torch.max_pool2d(images, size, size);
    }
}
