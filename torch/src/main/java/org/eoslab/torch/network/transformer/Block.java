package org.eoslab.torch.network.transformer;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.eoslab.torch.network.Activation;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.LayerNorm;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Parameter;
import org.eoslab.torch.network.Sequential;

/**
 * One block of a transformer with the normalisation after each sum: x ← LayerNorm(x + attention(x)), then
 * x ← LayerNorm(x + W₂·gelu(W₁x + b₁) + b₂). Its parameters are those of the attention, of W₁ and W₂ with their biases, and of
 * the two norms.
 *
 * @param width of a word's vector
 * @param heads of the attention; they divide the width
 * @param hidden width between W₁ and W₂
 */
record Block(long width, long heads, long hidden) {
    private static final int ATTENTION = 4;
    private static final int FEED_FORWARD = 8;
    private static final int FIRST_NORM = 10;
    private static final int ALL = 12;

    private Sequential feedForward() {
        Initialisation weight = Initialisation.xavierNormal(1, width, hidden);
        return new Sequential(List.of(
                new Linear(width, hidden, true, weight, Initialisation.ZERO),
                Activation.GELU,
                new Linear(hidden, width, true, weight, Initialisation.ZERO)));
    }

    List<Parameter> parameters() {
        List<Parameter> list = new ArrayList<>(new Attention(width, heads).parameters());
        list.addAll(feedForward().parameters());
        list.addAll(new LayerNorm(width).parameters());
        list.addAll(new LayerNorm(width).parameters());
        return List.copyOf(list);
    }

    /**
     * The block's output.
     *
     * @param parameters as in {@link #parameters()}
     * @param x sentences × words × width
     * @param filling sentences × 1 × 1 × words, true where there is no word
     */
    Tensor forward(List<Tensor> parameters, Tensor x, Tensor filling) {
        LayerNorm norm = new LayerNorm(width);
        Tensor attended = new Attention(width, heads).forward(parameters.subList(0, ATTENTION), x, filling);
        Tensor middle = norm.forward(parameters.subList(FEED_FORWARD, FIRST_NORM), x.add(attended));
        Tensor fed = feedForward().forward(parameters.subList(ATTENTION, FEED_FORWARD), middle);
        return norm.forward(parameters.subList(FIRST_NORM, ALL), middle.add(fed));
    }
}
