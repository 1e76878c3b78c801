package org.eoslab.bench.trust.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Small changes of what is right, by chance. */
final class Mutation {
    /** Numbers at which programs go wrong. */
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0.0",
            "1",
            "-1",
            "0.5",
            "2",
            "1e-12",
            "4.9e-324",
            "1e-400",
            "1e308",
            "1e999",
            "NaN",
            "Infinity",
            "-Infinity",
            "9007199254740993",
            "2147483648",
            "9223372036854775808",
            "0x1p-3",
            "1_000",
            "١٢");

    /** Texts at which they do. */
    private static final List<String> TEXTS = List.of(
            "", " ", "none", "null", "~", "[]", "{}", "[[1]]", "a: b", "é", "\u0000", "../..", "'", "\"", "#", "%s",
            "\t", "-", "true");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w-]*");

    private Mutation() {}

    static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    static String number(Random random) {
        return one(NUMBERS, random);
    }

    /** The text with one place of it changed: a number, a word, a line, or a few characters. */
    static String text(String text, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> replaced(NUMBER, text, number(random), random);
            case 1, 2 -> near(text, random);
            case 3 -> replaced(WORD, text, one(TEXTS, random), random);
            case 4 -> swapped(text, random);
            case 5 -> lines(text, random);
            case 6 -> new String(bytes(text.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
            default -> inserted(text, random.nextBoolean() ? one(TEXTS, random) : number(random), random);
        };
    }

    /** The text with one of its numbers by up to half larger or smaller; a whole number stays whole. */
    static String near(String text, Random random) {
        List<MatchResult> found = NUMBER.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text;
        }
        MatchResult place = one(found, random);
        double changed = Double.parseDouble(place.group()) * (0.5 + random.nextDouble());
        String number = place.group().matches("-?\\d+") ? String.valueOf(Math.round(changed)) : String.valueOf(changed);
        return text.substring(0, place.start()) + number + text.substring(place.end());
    }

    private static String replaced(Pattern pattern, String text, String by, Random random) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        if (found.isEmpty()) {
            return inserted(text, by, random);
        }
        MatchResult place = one(found, random);
        return text.substring(0, place.start()) + by + text.substring(place.end());
    }

    private static String inserted(String text, String part, Random random) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + part + text.substring(at);
    }

    /** One word in the place of another. */
    private static String swapped(String text, Random random) {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        return words.isEmpty() ? text : replaced(WORD, text, one(words, random).group(), random);
    }

    /** A line twice, left out, or moved. */
    private static String lines(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return text;
        }
        String line = lines.get(random.nextInt(lines.size()));
        int at = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            lines.remove(at);
        }
        lines.add(random.nextInt(lines.size() + 1), line);
        return String.join("\n", lines) + "\n";
    }

    /** The bytes with some of them changed, left out, doubled or cut off. */
    static byte[] bytes(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(16));
        byte[] changed = bytes.clone();
        switch (random.nextInt(6)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> Arrays.fill(changed, at, to, (byte) (random.nextBoolean() ? 0xff : 0));
            case 2 -> changed[Math.min(at, random.nextInt(Math.min(bytes.length, 128)))] = (byte) random.nextInt(256);
            case 3 -> changed = Arrays.copyOf(bytes, at);
            case 4 -> changed = joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
            default -> changed = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
        }
        return changed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
