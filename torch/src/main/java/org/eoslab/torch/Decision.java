package org.eoslab.torch;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** What class an output stands for, so that it can be right. */
public enum Decision {
    /** The class with the largest output, along the axis after that of the examples. */
    LARGEST {
        @Override
        Tensor right(Tensor outputs, Tensor targets) {
            return outputs.argmax(classes(), false).eq(targets.argmax(classes(), false));
        }
    },
    /** The one of two classes that the sign of the output says; the target's sign is the truth. */
    SIGN {
        @Override
        Tensor right(Tensor outputs, Tensor targets) {
            return outputs.gt(new Scalar(0)).eq(targets.gt(new Scalar(0)));
        }
    },
    /** Yes where the output, the logit of a probability, is positive; the target, itself a probability, says yes above ½. */
    LOGIT {
        @Override
        Tensor right(Tensor outputs, Tensor targets) {
            return outputs.gt(new Scalar(0)).eq(targets.gt(new Scalar(0.5)));
        }
    };

    /** The axis of the classes. */
    private static LongOptional classes() {
        return new LongOptional(1);
    }

    /** Whether each decision is right, both arguments as of {@link Loss#sum}. */
    abstract Tensor right(Tensor outputs, Tensor targets);
}
