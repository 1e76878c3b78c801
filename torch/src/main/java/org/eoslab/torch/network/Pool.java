package org.eoslab.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One number for each square of an image.
 *
 * @param kind which number
 * @param size the side of the square, at least 1; what is left over at the border is dropped
 */
public record Pool(Kind kind, long size) implements Network {
    /** What a square is made of. */
    public enum Kind {
        /** The mean, which is smooth. */
        AVERAGE {
            @Override
            Tensor of(Tensor images, long size) {
                return torch.avg_pool2d(images, size, size);
            }
        },
        /** The maximum, which has kinks, where two entries are the same: the Hessian is that of the smooth piece. */
        MAX {
            @Override
            Tensor of(Tensor images, long size) {
                return torch.max_pool2d(images, size, size);
            }
        };

        abstract Tensor of(Tensor images, long size);
    }

    /** Checks the size. */
    public Pool {
        if (size < 1) {
            throw new IllegalArgumentException("pool size " + size + ": must be at least 1");
        }
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor images) {
        return kind.of(images, size);
    }
}
