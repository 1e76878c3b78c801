package org.eoslab.torch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** What a network's outputs cost against their targets; the loss of a data set is the mean over its examples. */
public enum Loss {
    /** ½‖f(x) − y‖²: Σ over outputs, so L = 1/(2n) Σᵢ‖f(xᵢ) − yᵢ‖². */
    HALF_SQUARED {
        @Override
        Tensor sum(Tensor outputs, Tensor targets) {
            return outputs.sub(targets).square().sum().mul(new Scalar(0.5));
        }
    },
    /** ‖f(x) − y‖². */
    SQUARED {
        @Override
        Tensor sum(Tensor outputs, Tensor targets) {
            return outputs.sub(targets).square().sum();
        }
    },
    /** −Σⱼ yⱼ log softmax(f(x))ⱼ, y one-hot or any distribution. */
    CROSS_ENTROPY {
        @Override
        Tensor sum(Tensor outputs, Tensor targets) {
            return outputs.log_softmax(1).mul(targets).sum().neg();
        }
    };

    /** The sum over the examples of a batch, both arguments examples × outputs. */
    abstract Tensor sum(Tensor outputs, Tensor targets);
}
