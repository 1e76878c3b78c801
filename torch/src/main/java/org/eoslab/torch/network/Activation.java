package org.eoslab.torch.network;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** An activation function, applied to every entry; a layer without parameters. */
public enum Activation implements Network {
    /** tanh x. */
    TANH(torch::tanh),
    /** x·Φ(x), Φ the normal distribution function (the exact form). */
    GELU(torch::gelu),
    /** x for x ≥ 0, eˣ − 1 below: the second derivative jumps at 0. */
    ELU(torch::elu),
    /** log(1 + eˣ). */
    SOFTPLUS(torch::softplus),
    /**
     * max(x, 0). Its curvature is a point mass at the kink, which automatic differentiation does not see: the Hessian is that
     * of the linear piece, and a sharpness read from it does not bound how the loss bends.
     */
    RELU(torch::relu),
    /** 1/(1 + e⁻ˣ). */
    SIGMOID(torch::sigmoid),
    /** x: a deep linear network. */
    IDENTITY(x -> x);

    private final UnaryOperator<Tensor> function;

    Activation(UnaryOperator<Tensor> function) {
        this.function = function;
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor inputs) {
        return function.apply(inputs);
    }
}
