package org.eoslab.torch.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eoslab.experiment.Example;
import org.eoslab.experiment.InputException;

/**
 * SST-2 sentences as word numbers, targets ±1. The vocabulary is the words of the sentences used, numbered from 1; 0 fills the
 * end of shorter ones. Ordered by length, which changes no mean over all of them and lets a chunk be as short as its longest.
 */
public final class Sst2 implements DataSet {
    private static final String TRAINING = "stsa.binary.train";

    private final List<Sentence> sentences;
    private final int length;
    private final int vocabulary;

    private record Sentence(String text, int[] words, double target) {}

    private Sst2(List<Sentence> sentences, int vocabulary) {
        this.sentences = sentences;
        this.vocabulary = vocabulary;
        this.length = sentences.stream().mapToInt(s -> s.words().length).max().orElse(1);
    }

    /** How many training sentences there are. */
    static int count(Path folder) {
        return lines(folder.resolve(TRAINING)).size();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    /**
     * The first training sentences.
     *
     * @param data the data folder
     * @param count how many
     * @param positions the most words of a sentence that are used
     * @throws InputException when there are fewer, or a line is malformed
     */
    public static Sst2 load(Path data, int count, int positions) {
        Path file = data.resolve(Archive.SST2.folder()).resolve(TRAINING);
        List<String> lines = lines(file);
        if (lines.size() < count) {
            throw Archive.SST2.missing("sentences", count, lines.size(), file);
        }
        Map<String, Integer> numbers = new HashMap<>();
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sentences.add(sentence(file, i, lines.get(i), positions, numbers));
        }
        sentences.sort(Comparator.comparingInt(s -> s.words().length));
        return new Sst2(List.copyOf(sentences), numbers.size() + 1);
    }

    private static Sentence sentence(Path file, int index, String line, int positions, Map<String, Integer> numbers) {
        String[] tokens = line.strip().split(" +");
        if (tokens.length < 2 || !(tokens[0].equals("0") || tokens[0].equals("1"))) {
            throw new InputException(file + ":" + (index + 1) + ": must be a label, 0 or 1, and a sentence");
        }
        String text = Arrays.stream(tokens).skip(1).limit(positions).collect(Collectors.joining(" "));
        int[] words = Arrays.stream(tokens)
                .skip(1)
                .limit(positions)
                .mapToInt(word -> numbers.computeIfAbsent(word, w -> numbers.size() + 1))
                .toArray();
        return new Sentence(text, words, tokens[0].equals("1") ? 1 : -1);
    }

    /** The number of different word numbers, the 0 included. */
    public int vocabulary() {
        return vocabulary;
    }

    @Override
    public int size() {
        return sentences.size();
    }

    @Override
    public List<Long> inputShape() {
        return List.of((long) length);
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public Labels labels() {
        return Labels.SIGNS;
    }

    /** Its words, as far as they are used. */
    @Override
    public Example shown(int index) {
        Sentence sentence = sentences.get(index);
        return new Example.Text(sentence.target() > 0 ? "positive" : "negative", sentence.text());
    }

    @Override
    public void read(int index, double[] input, double[] target) {
        Sentence sentence = sentences.get(index);
        Arrays.fill(input, 0);
        for (int i = 0; i < sentence.words().length; i++) {
            input[i] = sentence.words()[i];
        }
        target[0] = sentence.target();
    }
}
