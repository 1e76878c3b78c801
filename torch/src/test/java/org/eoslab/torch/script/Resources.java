package org.eoslab.torch.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** What PyTorch wrote ({@code src/test/python/modules.py}): modules, data, and what it computes with them. */
public final class Resources {
    private Resources() {}

    /** The path of a file. */
    public static String file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Resources.class.getResource("/torchscript/" + name))
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An array of the data. */
    public static String data(String name) {
        return file("data.npz") + ":" + name;
    }

    /** PyTorch's numbers. */
    public static JsonNode reference() {
        try {
            return new ObjectMapper().readTree(Path.of(file("reference.json")).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the modules that it has numbers of. */
    public static List<String> names() {
        return reference().properties().stream()
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
