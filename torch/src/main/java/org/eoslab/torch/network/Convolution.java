package org.eoslab.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A two-dimensional convolution with bias, stride 1, padded so that the image keeps its size. Its parameters are the kernels
 * (outputs × inputs × size × size), then the biases (outputs), drawn as PyTorch draws them.
 *
 * @param inputs channels in
 * @param outputs channels out
 * @param size of the square kernel, odd
 */
public record Convolution(long inputs, long outputs, long size) implements Network {
    /** Checks that the kernel has a centre. */
    public Convolution {
        if (size < 1 || size % 2 == 0) {
            throw new IllegalArgumentException("kernel size " + size + ": must be odd and positive");
        }
    }

    @Override
    public List<Parameter> parameters() {
        Initialisation draw = Initialisation.fanIn(inputs * size * size);
        return List.of(
                new Parameter("kernel", List.of(outputs, inputs, size, size), draw),
                new Parameter("bias", List.of(outputs), draw));
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor images) {
        long[] one = {1, 1};
        long[] padding = {size / 2, size / 2};
        return torch.conv2d(images, parameters.get(0), new TensorOptional(parameters.get(1)), one, padding, one, 1);
    }
}
