package org.eoslab.web.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eoslab.experiment.InputException;

/** Request and response bodies. A number that JSON has no word for (NaN, ±∞) is written as null. */
public final class JsonBody {
    /** Far above any experiment's record, far below anything that hurts. */
    static final int LARGEST_BODY = 64 * 1024;

    /** Seconds; a slow line sends the largest body in one. */
    private static final int LONGEST_WAIT = 10;

    /** Doubles are written by Schubfach's algorithm, several times as fast as this JDK's; they are read as the same doubles. */
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .registerModule(new SimpleModule()
                    .addSerializer(double[].class, new Doubles())
                    .addSerializer(Double.class, new Number())
                    .addSerializer(double.class, new Number()));

    private JsonBody() {}

    /** The request's body as an object. */
    public static Map<String, Object> read(Context request) {
        try (InputStream body = request.bodyInputStream()) {
            byte[] bytes = read(body, System::nanoTime);
            Map<String, Object> object = MAPPER.readValue(bytes, new TypeReference<Map<String, Object>>() {});
            if (object == null) {
                throw new InputException("body: null is not a JSON object");
            }
            return object;
        } catch (JsonProcessingException e) {
            throw new InputException("body: not a JSON object (" + e.getOriginalMessage() + ")");
        } catch (IOException e) {
            throw new InputException("body: shorter than its Content-Length, or cut short");
        }
    }

    /** The bytes of a body, which holds its thread {@value #LONGEST_WAIT} seconds at most while it drips in; Jetty ends one that stops. */
    static byte[] read(InputStream body, LongSupplier nanoTime) throws IOException {
        long start = nanoTime.getAsLong();
        byte[] bytes = new byte[LARGEST_BODY + 1];
        int length = 0;
        for (int read = 0; read >= 0 && length < bytes.length; length += Math.max(0, read)) {
            if (nanoTime.getAsLong() - start > LONGEST_WAIT * 1_000_000_000L) {
                throw new HttpResponseException(
                        HttpStatus.REQUEST_TIMEOUT.getCode(), "body: not here after " + LONGEST_WAIT + " seconds");
            }
            read = body.read(bytes, length, bytes.length - length);
        }
        if (length > LARGEST_BODY) {
            throw new ContentTooLargeResponse("body: larger than " + LARGEST_BODY + " bytes");
        }
        return Arrays.copyOf(bytes, length);
    }

    /** JSON text that this program wrote, as a tree. */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value as JSON, UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value as JSON text. */
    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    private static void write(double value, JsonGenerator out) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }

    private static final class Doubles extends JsonSerializer<double[]> {
        @Override
        public void serialize(double[] values, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            for (double value : values) {
                write(value, out);
            }
            out.writeEndArray();
        }
    }

    private static final class Number extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            write(value, out);
        }
    }
}
