package org.eoslab.torch;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;

/** Shares the chunks of an evaluation out to all threads of this process. One question at a time. */
final class LocalEvaluator implements Evaluator {
    /** Chunks whose vectors are held at a time. */
    private static final int WAVE = 16;

    private final Terms terms;
    private final int[] sizes;
    private @Nullable Differentiator differentiator;

    LocalEvaluator(Terms terms) {
        this.terms = terms;
        this.sizes = terms.sizes();
    }

    @Override
    public double[] ask(Question question, double[] sum) {
        try (NativeWork work = NativeWork.begin()) {
            Differentiator chunks = differentiator();
            int number = terms.chunks().number(question.count());
            chunks.prepare(question, 0, number);
            int wave = question.kind().hasVector() ? WAVE : number;
            PartSum total = new PartSum(sizes, sum);
            double[][] numbers = new double[number][];
            for (int first = 0; first < number; first += wave) {
                List<NativePart> parts = IntStream.range(first, Math.min(first + wave, number))
                        .parallel()
                        .mapToObj(chunk -> chunks.part(question, chunk))
                        .toList();
                for (int i = 0; i < parts.size(); i++) {
                    numbers[first + i] = parts.get(i).numbers();
                }
                if (question.kind().hasVector()) {
                    try (PointerScope scope = new PointerScope()) {
                        total.add(parts);
                    }
                }
                parts.forEach(NativePart::close);
            }
            return Stream.of(numbers).flatMapToDouble(DoubleStream::of).toArray();
        }
    }

    private Differentiator differentiator() {
        if (differentiator == null) {
            differentiator = new Differentiator(terms);
        }
        return differentiator;
    }
}
