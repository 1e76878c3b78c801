package org.eoslab.torch.network.transformer;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Parameter;
import org.eoslab.torch.network.Sequential;

/**
 * Multi-head self-attention softmax(QKᵀ/√d)·V, written out: the fused kernels have no second derivative. Its parameters are
 * those of the linear layer to (Q, K, V), then those of the output layer.
 *
 * @param width of a word's vector, a multiple of {@code heads}
 * @param heads how many
 */
record Attention(long width, long heads) {
    Attention {
        if (heads < 1 || width % heads != 0) {
            throw new IllegalArgumentException("width " + width + ": must be a multiple of the " + heads + " heads");
        }
    }

    List<Network> layers() {
        Initialisation weight = Initialisation.xavierNormal(1, width, width);
        return List.of(
                new Linear(width, 3 * width, true, weight, Initialisation.ZERO),
                new Linear(width, width, true, weight, Initialisation.ZERO));
    }

    List<Parameter> parameters() {
        return new Sequential(layers()).parameters();
    }

    /**
     * Attends.
     *
     * @param parameters as in {@link #parameters()}
     * @param x sentences × words × width
     * @param filling sentences × 1 × 1 × words, true where there is no word
     */
    Tensor forward(List<Tensor> parameters, Tensor x, Tensor filling) {
        long sentences = x.size(0);
        long words = x.size(1);
        long depth = width / heads;
        Tensor joint = layers().get(0).forward(parameters.subList(0, 2), x);
        Tensor split = joint.view(sentences, words, 3, heads, depth).permute(2, 0, 3, 1, 4);
        Tensor scores = torch.matmul(split.select(0, 0), split.select(0, 1).transpose(-2, -1));
        Tensor weights = scores.mul(new Scalar(1 / Math.sqrt(depth)))
                .masked_fill(filling, new Scalar(Double.NEGATIVE_INFINITY))
                .softmax(-1);
        Tensor mixed = torch.matmul(weights, split.select(0, 2)).transpose(1, 2).reshape(sentences, words, width);
        return layers().get(1).forward(parameters.subList(2, 4), mixed);
    }
}
