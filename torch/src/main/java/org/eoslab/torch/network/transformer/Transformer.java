package org.eoslab.torch.network.transformer;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Parameter;

/**
 * A transformer encoder that gives one number a sentence: word and position embeddings, blocks of attention and feed-forward
 * layers, the mean over the words, a linear head that starts at zero (Damian et al. 2022). Inputs are word numbers; 0 is no
 * word. Its parameters: word table, position table, the blocks in order, the head.
 *
 * @param vocabulary word numbers, the 0 included
 * @param positions the longest sentence
 * @param width of a word's vector
 * @param heads of the attention; they divide the width
 * @param hidden width inside the feed-forward layers
 * @param blocks how many
 */
public record Transformer(long vocabulary, long positions, long width, long heads, long hidden, int blocks)
        implements Network {
    /** Variance 1/width: a word's vector has about unit length before the first block. */
    private Initialisation embedding() {
        return Initialisation.normal(1 / Math.sqrt(width));
    }

    private Linear head() {
        return new Linear(width, 1, true, Initialisation.ZERO, Initialisation.ZERO);
    }

    private Block block() {
        return new Block(width, heads, hidden);
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> list = new ArrayList<>();
        list.add(new Parameter("words", List.of(vocabulary, width), embedding()));
        list.add(new Parameter("positions", List.of(positions, width), embedding()));
        for (int i = 0; i < blocks; i++) {
            list.addAll(block().parameters());
        }
        list.addAll(head().parameters());
        return List.copyOf(list);
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor inputs) {
        // Cut to the longest sentence of the batch: what is beyond has no influence and would cost as much as words.
        long words = torch.max(inputs.ne(new Scalar(0)).sum(1)).item_long();
        Tensor numbers = inputs.narrow(1, 0, words).to(ScalarType.Long);
        Tensor filling = numbers.eq(new Scalar(0));
        Tensor mask = filling.view(numbers.size(0), 1, 1, words);
        Tensor x = torch.embedding(parameters.get(0), numbers)
                .add(parameters.get(1).narrow(0, 0, words));
        int from = 2;
        int size = block().parameters().size();
        for (int i = 0; i < blocks; i++) {
            x = block().forward(parameters.subList(from, from + size), x, mask);
            from += size;
        }
        Tensor present = filling.logical_not().to(x.scalar_type()).unsqueeze(-1);
        Tensor mean = x.mul(present).sum(1).div(present.sum(1));
        return head().forward(parameters.subList(from, from + 2), mean);
    }
}
