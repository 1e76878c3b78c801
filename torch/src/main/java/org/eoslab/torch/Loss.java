package org.eoslab.torch;

import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.eoslab.torch.data.Labels;

/** What a network's outputs cost against their targets; the loss of a data set is the mean over its examples. */
public enum Loss {
    /** ½‖f(x) − y‖²: Σ over outputs, so L = 1/(2n) Σᵢ‖f(xᵢ) − yᵢ‖². */
    HALF_SQUARED {
        @Override
        Tensor sum(Tensor outputs, Tensor targets) {
            return outputs.sub(targets).square().sum().mul(new Scalar(0.5));
        }

        @Override
        Tensor terms(Tensor outputs, Tensor targets) {
            return outputs.sub(targets).square().mul(new Scalar(0.5));
        }
    },
    /** ‖f(x) − y‖². */
    SQUARED {
        @Override
        Tensor sum(Tensor outputs, Tensor targets) {
            return outputs.sub(targets).square().sum();
        }

        @Override
        Tensor terms(Tensor outputs, Tensor targets) {
            return outputs.sub(targets).square();
        }
    },
    /** −Σⱼ yⱼ log softmax(f(x))ⱼ, y one-hot or any distribution; j counts the classes, along the axis after that of the examples. */
    CROSS_ENTROPY {
        @Override
        Tensor sum(Tensor outputs, Tensor targets) {
            return outputs.log_softmax(1).mul(targets).sum().neg();
        }

        @Override
        Tensor terms(Tensor outputs, Tensor targets) {
            return outputs.log_softmax(1).mul(targets).neg();
        }

        @Override
        public Optional<Decision> decision(Labels labels) {
            return Optional.of(Decision.LARGEST);
        }
    },
    /** Σⱼ log(1 + exp(fⱼ)) − yⱼ·fⱼ: the cross-entropy of yⱼ from 0 to 1 and the probability 1/(1 + exp(−fⱼ)), the outputs being its logits. */
    BINARY_CROSS_ENTROPY {
        @Override
        Tensor sum(Tensor outputs, Tensor targets) {
            return torch.binary_cross_entropy_with_logits(
                    outputs, targets, new TensorOptional(), new TensorOptional(), SUM);
        }

        @Override
        Tensor terms(Tensor outputs, Tensor targets) {
            return torch.binary_cross_entropy_with_logits(
                    outputs, targets, new TensorOptional(), new TensorOptional(), EACH);
        }

        @Override
        public Optional<Decision> decision(Labels labels) {
            return Optional.of(Decision.LOGIT);
        }
    },
    /** Σⱼ ½rⱼ² where |rⱼ| ≤ 1 and |rⱼ| − ½ elsewhere, r = f(x) − y. */
    HUBER {
        @Override
        Tensor sum(Tensor outputs, Tensor targets) {
            return torch.huber_loss(outputs, targets, SUM, 1.0);
        }

        @Override
        Tensor terms(Tensor outputs, Tensor targets) {
            return torch.huber_loss(outputs, targets, EACH, 1.0);
        }
    };

    /** libtorch's number for not adding up. */
    private static final long EACH = 0;

    /** libtorch's number for adding up. */
    private static final long SUM = 2;

    /** The sum over the examples of a batch, both arguments of one shape, the examples along the first axis. */
    abstract Tensor sum(Tensor outputs, Tensor targets);

    /** What that is the sum of: a number for each of the outputs. */
    abstract Tensor terms(Tensor outputs, Tensor targets);

    /**
     * What class an output stands for; empty where the targets are numbers.
     *
     * @param labels how the targets say to which class an example belongs
     */
    public Optional<Decision> decision(Labels labels) {
        return switch (labels) {
            case NONE -> Optional.empty();
            case ONE_HOT -> Optional.of(Decision.LARGEST);
            case SIGNS -> Optional.of(Decision.SIGN);
        };
    }
}
