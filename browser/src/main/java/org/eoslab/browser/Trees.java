package org.eoslab.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.view.StepWindow;
import org.eoslab.view.ThinnedColumn;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/**
 * Trees of maps, lists and numbers from JavaScript's objects and to them; a number that JSON has no word for is null, but in an array of numbers, which
 * is a {@code Float64Array}: a page may be handed that without a copy.
 */
final class Trees {
    private Trees() {}

    /** An object of JavaScript's as a map. */
    static Map<String, Object> map(JSObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key : keys(object)) {
            map.put(key, value(get(object, key)));
        }
        return map;
    }

    private static @Nullable Object value(@Nullable JSObject value) {
        if (value == null) {
            return null;
        }
        switch (kind(value)) {
            case "string":
                return string(value);
            case "boolean":
                return truth(value);
            case "number":
                double number = number(value);
                // As a JSON reader has it: a whole number is one.
                return number == Math.rint(number) && Math.abs(number) <= 1L << 53 && !(number == 0 && 1 / number < 0)
                        ? (Object) (long) number
                        : (Object) number;
            case "array":
                List<Object> list = new ArrayList<>();
                for (int i = 0; i < length(value); i++) {
                    list.add(value(at(value, i)));
                }
                return list;
            case "object":
                return map(value);
            default:
                return null;
        }
    }

    /** A map as an object of JavaScript's. */
    static JSObject object(Map<?, ?> map) {
        JSObject object = empty();
        map.forEach((key, value) -> set(object, String.valueOf(key), of(value)));
        return object;
    }

    private static @Nullable JSObject of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof List<?> list) {
            JSObject array = array();
            list.forEach(entry -> push(array, of(entry)));
            return array;
        }
        if (value instanceof ThinnedColumn column) {
            return object(Map.of("step", column.step(), "value", column.value()));
        }
        if (value instanceof StepWindow window) {
            return object(Map.of("from", window.from(), "to", window.to(), "pixels", window.pixels()));
        }
        if (value instanceof double[] numbers) {
            return numbers(numbers);
        }
        if (value instanceof long[] whole) {
            double[] numbers = new double[whole.length];
            for (int i = 0; i < whole.length; i++) {
                numbers[i] = whole[i];
            }
            return numbers(numbers);
        }
        if (value instanceof Number number) {
            return ofNumber(number.doubleValue());
        }
        if (value instanceof Boolean truth) {
            return ofTruth(truth);
        }
        return value == null ? null : ofString(String.valueOf(value));
    }

    @JSBody(params = "o", script = "return o === undefined ? 'null' : Array.isArray(o) ? 'array' : typeof o;")
    private static native String kind(JSObject o);

    @JSBody(params = "o", script = "return Object.keys(o);")
    private static native String[] keys(JSObject o);

    @JSBody(
            params = {"o", "key"},
            script = "return o[key];")
    private static native @Nullable JSObject get(JSObject o, String key);

    @JSBody(
            params = {"o", "i"},
            script = "return o[i];")
    private static native @Nullable JSObject at(JSObject o, int i);

    @JSBody(params = "o", script = "return o.length;")
    private static native int length(JSObject o);

    @JSBody(params = "o", script = "return o;")
    private static native String string(JSObject o);

    @JSBody(params = "o", script = "return o;")
    private static native boolean truth(JSObject o);

    @JSBody(params = "o", script = "return o;")
    private static native double number(JSObject o);

    @JSBody(script = "return {};")
    private static native JSObject empty();

    @JSBody(script = "return [];")
    private static native JSObject array();

    @JSBody(
            params = {"o", "key", "value"},
            script = "o[key] = value;")
    private static native void set(JSObject o, String key, @Nullable JSObject value);

    @JSBody(
            params = {"o", "value"},
            script = "o.push(value);")
    private static native void push(JSObject o, @Nullable JSObject value);

    @JSBody(params = "values", script = "return Float64Array.from(values);")
    private static native JSObject numbers(@JSByRef double[] values);

    @JSBody(params = "value", script = "return Number.isFinite(value) ? value : null;")
    private static native @Nullable JSObject ofNumber(double value);

    @JSBody(params = "value", script = "return !!value;")
    private static native JSObject ofTruth(boolean value);

    @JSBody(params = "value", script = "return value;")
    private static native JSObject ofString(String value);
}
