package org.eoslab.torch.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.eoslab.experiment.Example;

/** Examples of numbers as people look at them: those that have the shape of an image as one, the others in digits. */
final class Showing {
    /** So many numbers are written out. */
    private static final int FEW = 4;

    /** Smaller arrays are no pictures. */
    private static final int SMALLEST = 4;

    private Showing() {}

    /** An example of a data set. */
    static Example of(DataSet data, int index) {
        double[] input = new double[Math.toIntExact(data.inputLength())];
        double[] target = new double[data.outputs()];
        data.read(index, input, target);
        String label = label(data.labels(), target);
        List<Long> shape = data.inputShape();
        int axes = shape.size();
        long channels = axes == 3 ? shape.get(0) : 1;
        boolean picture = (axes == 2 || axes == 3)
                && (channels == 1 || channels == 3)
                && shape.get(axes - 1) >= SMALLEST
                && shape.get(axes - 2) >= SMALLEST
                && !data.wholeInputs();
        if (picture) {
            double least = Arrays.stream(input).min().orElseThrow();
            double range = Arrays.stream(input).max().orElseThrow() - least;
            double[] values = Arrays.stream(input)
                    .map(x -> range > 0 ? (x - least) / range : 0)
                    .toArray();
            return image(label, (int) channels, shape.get(axes - 1).intValue(), values);
        }
        return new Example.Text(label, input.length <= FEW ? numbers(input) : "example " + index);
    }

    /**
     * An image.
     *
     * @param channels 1 or 3
     * @param values from 0 to 1, channels × rows × columns
     */
    static Example image(String label, int channels, int width, double[] values) {
        int size = values.length / channels;
        int[] rgb = IntStream.range(0, size)
                .map(i -> level(values[i]) << 16
                        | level(values[channels == 1 ? i : size + i]) << 8
                        | level(values[channels == 1 ? i : 2 * size + i]))
                .toArray();
        return new Example.Image(label, width, rgb);
    }

    private static int level(double value) {
        return (int) Math.round(255 * value);
    }

    private static String label(Labels labels, double[] target) {
        return switch (labels) {
            case ONE_HOT ->
                "class "
                        + IntStream.range(0, target.length)
                                .filter(i -> target[i] == 1)
                                .findFirst()
                                .orElse(-1);
            case SIGNS -> target[0] > 0 ? "positive" : "negative";
            case NONE -> target.length <= FEW ? "→ " + numbers(target) : "";
        };
    }

    private static String numbers(double[] numbers) {
        return DoubleStream.of(numbers)
                .mapToObj(x -> String.format(Locale.ROOT, "%.3g", x))
                .collect(Collectors.joining(", "));
    }
}
