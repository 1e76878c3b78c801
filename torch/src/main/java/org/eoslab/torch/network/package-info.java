/**
 * Networks: what maps inputs and parameters to outputs, on libtorch. What scores the outputs is a {@code Loss}; what
 * differentiates is {@code NetworkObjective}, both one package up.
 *
 * <p>A layer is a small record that implements {@link org.eoslab.torch.network.Network}. Example:
 * {@code Sequential.perceptron(Activation.TANH, 3072, 200, 200, 10)}.
 */
@NullMarked
package org.eoslab.torch.network;

import org.jspecify.annotations.NullMarked;
