package org.eoslab.torch.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eoslab.experiment.InputException;

/**
 * Layers as they are written, before any shape is known.
 *
 * @param layers one after another, at least one
 */
public record LayerList(List<Layer> layers) {
    /** The setting that holds them, for messages. */
    static final String KEY = "layers";

    /**
     * One of them.
     *
     * @param place its number from 1 on, after the number of the residual that it is in: {@code 2.1}
     * @param words its name and what follows
     * @param inner the layers in the brackets behind it; none for most
     */
    record Layer(String place, List<String> words, List<Layer> inner) {
        String name() {
            return words.get(0);
        }

        /** As it was written. */
        String text() {
            String brackets = inner.stream().map(Layer::text).collect(Collectors.joining(", ", "[", "]"));
            return String.join(" ", words) + (inner.isEmpty() ? "" : " " + brackets);
        }

        InputException refuse(String why) {
            return new InputException(KEY + ": layer " + place + " (" + text() + ") " + why);
        }
    }

    /**
     * Reads a list, in brackets or not; a layer with layers of its own may be written as a key of YAML too, {@code residual: [...]}.
     *
     * @throws InputException when brackets or commas do not fit, or there is no layer
     */
    public static LayerList read(String text) {
        // What Java makes of YAML's maps.
        String plain =
                text.replaceAll("[{}]", "").replaceAll("\\s*[=:]\\s*\\[", " [").strip();
        Reader reader = new Reader(plain.startsWith("[") ? plain : "[" + plain + "]");
        List<Layer> layers = reader.list("");
        reader.end();
        return new LayerList(layers);
    }

    /**
     * The network that they are for inputs of a shape.
     *
     * @param inputShape of an example
     * @param evaluation whether batch normalisation is that of evaluation mode, not of training mode, which is refused
     * @throws InputException when there is no such layer, or a layer cannot take what the one before gives
     */
    public LayerNetwork network(List<Long> inputShape, boolean evaluation) {
        LayerBuilder builder = new LayerBuilder(evaluation);
        return new LayerNetwork(
                builder.sequence(layers, inputShape),
                builder.shape(),
                builder.numbers(),
                builder.kinks(),
                builder.hasBatchNorm());
    }

    /** Reads from left to right. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Layer> list(String prefix) {
            at++; // its bracket
            List<Layer> layers = new ArrayList<>();
            while (true) {
                layers.add(layer(prefix + (layers.size() + 1)));
                char next = next();
                at++;
                if (next == ']') {
                    return List.copyOf(layers);
                }
                if (next != ',') {
                    throw wrong(next == 0 ? "a ] is missing at the end" : "a comma is missing before " + next);
                }
            }
        }

        private Layer layer(String place) {
            List<String> words = new ArrayList<>();
            while (Character.isLetterOrDigit(next()) || next() == '-' || next() == '.' || next() == '_') {
                int from = at;
                while (at < text.length() && ",[] \t\n".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                words.add(text.substring(from, at));
            }
            if (words.isEmpty()) {
                throw wrong("layer " + place + " is missing");
            }
            return new Layer(place, List.copyOf(words), next() == '[' ? list(place + ".") : List.of());
        }

        /** The next character that is no space, 0 at the end. */
        private char next() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        void end() {
            if (next() != 0) {
                throw wrong("after the last ] there is " + text.substring(at));
            }
        }

        private InputException wrong(String why) {
            return new InputException(KEY + ": " + why + "; layers are written as [linear 64, tanh, linear 3]");
        }
    }
}
