package org.eoslab.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A two-dimensional convolution with bias. Its parameters are the kernels (outputs × inputs × size × size), then the biases (outputs),
 * drawn as PyTorch draws them: uniform on ±1/√fan_in.
 *
 * @param inputs channels in
 * @param outputs channels out
 * @param size of the square kernel
 * @param stride from one place of the kernel to the next
 * @param padding zeros on each side of the image
 */
public record Convolution(long inputs, long outputs, long size, long stride, long padding) implements Network {
    /** Checks the ranges. */
    public Convolution {
        if (size < 1 || stride < 1 || padding < 0) {
            throw new IllegalArgumentException("kernel size " + size + ", stride " + stride + ", padding " + padding
                    + ": must be at least 1, 1 and 0");
        }
    }

    /** With stride 1, padded so that the image keeps its size; the kernel must have a centre. */
    public Convolution(long inputs, long outputs, long size) {
        this(inputs, outputs, size, 1, size / 2);
        if (size % 2 == 0) {
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
        long[] steps = {stride, stride};
        long[] zeros = {padding, padding};
        long[] one = {1, 1};
        return torch.conv2d(images, parameters.get(0), new TensorOptional(parameters.get(1)), steps, zeros, one, 1);
    }
}
