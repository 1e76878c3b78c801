package org.eoslab.torch.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eoslab.experiment.InputException;
import org.eoslab.torch.layers.LayerList.Layer;
import org.eoslab.torch.network.Activation;
import org.eoslab.torch.network.Convolution;
import org.eoslab.torch.network.EvaluatedBatchNorm;
import org.eoslab.torch.network.Flatten;
import org.eoslab.torch.network.GroupNorm;
import org.eoslab.torch.network.LayerNorm;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Pool;
import org.eoslab.torch.network.Residual;
import org.eoslab.torch.network.Sequential;

/** Makes layers one after another and follows the shape of an example through them. */
final class LayerBuilder {
    /** The most units, channels or groups of a layer, and the longest side. */
    private static final long MOST = 1_000_000;

    private static final List<String> NAMES = Stream.concat(
                    Stream.of(
                            "linear",
                            "conv",
                            "max-pool",
                            "average-pool",
                            "flatten",
                            "residual",
                            "layer-norm",
                            "group-norm",
                            "batch-norm"),
                    Arrays.stream(Activation.values()).map(LayerBuilder::name))
            .toList();

    private final boolean evaluation;
    private final Set<String> kinks = new LinkedHashSet<>();
    private List<Long> shape = List.of();
    private long numbers;
    private long parameters;
    private boolean hasBatchNorm;

    LayerBuilder(boolean evaluation) {
        this.evaluation = evaluation;
    }

    private static String name(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT);
    }

    /** The shape after the last layer made. */
    List<Long> shape() {
        return shape;
    }

    long numbers() {
        return numbers;
    }

    List<String> kinks() {
        return List.copyOf(kinks);
    }

    boolean hasBatchNorm() {
        return hasBatchNorm;
    }

    Network sequence(List<Layer> layers, List<Long> inputShape) {
        shape = inputShape;
        List<Network> made = new ArrayList<>();
        for (Layer layer : layers) {
            Network network = network(layer);
            if (layer.inner().isEmpty()) {
                count(layer, network);
            }
            made.add(network);
        }
        return new Sequential(made);
    }

    private void count(Layer layer, Network network) {
        numbers += size();
        parameters += network.parameters().stream().mapToLong(p -> p.size()).sum();
        if (parameters > Integer.MAX_VALUE || numbers > Integer.MAX_VALUE) {
            throw layer.refuse("makes more than " + Integer.MAX_VALUE + " parameters or numbers an example");
        }
    }

    private long size() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    private Network network(Layer layer) {
        if (!layer.inner().isEmpty() && !layer.name().equals("residual")) {
            throw layer.refuse("has layers in brackets; only residual [...] has");
        }
        return switch (layer.name()) {
            case "linear" -> linear(layer);
            case "conv" -> convolution(layer);
            case "max-pool" -> {
                kinks.add(layer.name());
                yield new Pool(Pool.Kind.MAX, pooled(layer));
            }
            case "average-pool" -> new Pool(Pool.Kind.AVERAGE, pooled(layer));
            case "flatten" -> {
                arguments(layer, 0, "flatten");
                shape = List.of(size());
                yield new Flatten();
            }
            case "residual" -> residual(layer);
            case "layer-norm" -> {
                arguments(layer, 0, "layer-norm");
                yield new LayerNorm(shape);
            }
            case "group-norm" -> groupNorm(layer);
            case "batch-norm" -> batchNorm(layer);
            default -> activation(layer);
        };
    }

    private Network linear(Layer layer) {
        arguments(layer, 1, "linear N");
        if (shape.size() != 1) {
            throw layer.refuse("gets " + text(shape) + " an example and takes a row of numbers; put flatten before it");
        }
        Linear linear = Linear.of(shape.get(0), number(layer, 1));
        shape = List.of(linear.outputs());
        return linear;
    }

    private Network convolution(Layer layer) {
        List<String> words = layer.words();
        String form = "conv C K, with stride S or same or both after it";
        boolean same = words.contains("same");
        int strided = words.indexOf("stride");
        int expected = 3 + (same ? 1 : 0) + (strided >= 0 ? 2 : 0);
        if (words.size() != expected || strided == words.size() - 1 || strided >= 0 && strided < 3) {
            throw layer.refuse("must be " + form);
        }
        checkImages(layer);
        long size = number(layer, 2);
        long stride = strided < 0 ? 1 : number(layer, strided + 1);
        if (same && size % 2 == 0) {
            throw layer.refuse("has a kernel without a centre, which same cannot pad evenly; take an odd one");
        }
        long padding = same ? size / 2 : 0;
        Convolution convolution = new Convolution(shape.get(0), number(layer, 1), size, stride, padding);
        List<Long> sides = new ArrayList<>(List.of(convolution.outputs()));
        for (long side : shape.subList(1, 3)) {
            if (side + 2 * padding < size) {
                throw layer.refuse("gets " + text(shape) + " an example, smaller than its kernel");
            }
            sides.add((side + 2 * padding - size) / stride + 1);
        }
        shape = List.copyOf(sides);
        return convolution;
    }

    private long pooled(Layer layer) {
        if (layer.words().size() > 2) {
            throw layer.refuse("must be " + layer.name() + " or " + layer.name() + " K");
        }
        checkImages(layer);
        long size = layer.words().size() == 2 ? number(layer, 1) : 2;
        if (shape.get(1) < size || shape.get(2) < size) {
            throw layer.refuse(
                    "gets " + text(shape) + " an example, smaller than its squares of " + size + " x " + size);
        }
        shape = List.of(shape.get(0), shape.get(1) / size, shape.get(2) / size);
        return size;
    }

    private void checkImages(Layer layer) {
        if (shape.size() != 3) {
            throw layer.refuse("gets " + text(shape) + " an example and takes channels x height x width");
        }
    }

    private Network residual(Layer layer) {
        if (layer.inner().isEmpty() || layer.words().size() > 1) {
            throw layer.refuse("must be residual [...] with the layers of its branch");
        }
        List<Long> before = shape;
        Network inner = sequence(layer.inner(), before);
        if (!shape.equals(before)) {
            throw layer.refuse("gets " + text(before) + " an example and its branch gives " + text(shape)
                    + "; they are added, so they must be the same");
        }
        return new Residual(inner);
    }

    private Network groupNorm(Layer layer) {
        arguments(layer, 1, "group-norm G");
        long groups = number(layer, 1);
        if (shape.get(0) % groups != 0) {
            throw layer.refuse("has groups that do not divide the " + shape.get(0)
                    + (shape.size() == 1 ? " numbers" : " channels") + " that it gets");
        }
        return new GroupNorm(groups, shape.get(0));
    }

    private Network batchNorm(Layer layer) {
        arguments(layer, 0, "batch-norm");
        hasBatchNorm = true;
        if (!evaluation) {
            throw layer.refuse(
                    "mixes the examples of a batch in training mode, so that the loss is no mean over examples; mode: eval uses it in"
                            + " evaluation mode, and layer-norm and group-norm mix none");
        }
        return new EvaluatedBatchNorm(shape.get(0));
    }

    private Network activation(Layer layer) {
        for (Activation activation : Activation.values()) {
            if (name(activation).equals(layer.name())) {
                arguments(layer, 0, layer.name());
                if (activation == Activation.RELU) {
                    kinks.add(layer.name());
                }
                return activation;
            }
        }
        throw InputException.unknown(LayerList.KEY + ": layer " + layer.place() + ",", layer.name(), NAMES);
    }

    private static void arguments(Layer layer, int count, String form) {
        if (layer.words().size() != count + 1) {
            throw layer.refuse("must be " + form);
        }
    }

    private static long number(Layer layer, int position) {
        String word = layer.words().get(position);
        if (!word.matches("\\d{1,7}") || Long.parseLong(word) < 1 || Long.parseLong(word) > MOST) {
            throw layer.refuse("has " + word + " where a whole number from 1 to " + MOST + " must be");
        }
        return Long.parseLong(word);
    }

    /** A shape for people: {@code 3 x 32 x 32}. */
    static String text(List<Long> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(" x ")) + " numbers";
    }
}
