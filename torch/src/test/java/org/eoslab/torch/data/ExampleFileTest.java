package org.eoslab.torch.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays and images of files as examples. */
class ExampleFileTest {
    @TempDir
    private Path folder = Path.of("");

    private static double wave(int i) {
        return 3 + 2 * Math.sin(0.7 * i);
    }

    /** Mean 0 and deviation 1 over the examples used; a number that never changes is only shifted. */
    @Test
    void standardisesByTheExamplesUsed() throws IOException {
        Values inputs = ExampleFile.array(
                "inputs",
                IdxWriter.doubles(folder, "z-idx2", i -> i % 3 == 2 ? 0.1 : wave(i), 50, 3)
                        .toString());
        Values targets = ExampleFile.array(
                "targets", IdxWriter.doubles(folder, "t-idx1", i -> i, 50).toString());
        Examples all = Examples.of(inputs, targets, 0);
        Split split = Split.of(50, 10, 4);
        Examples rest = all.at(split.training());
        Examples used = rest.standardisedBy(rest);
        double[] mean = new double[3];
        double[] square = new double[3];
        double[] x = new double[3];
        double[] y = new double[1];
        List<Double> seen = new ArrayList<>();
        for (DataSet set : List.of(used, all.at(split.test()))) {
            for (int i = 0; i < set.size(); i++) {
                set.read(i, x, y);
                seen.add(y[0]);
                for (int k = 0; k < 3 && set == used; k++) {
                    mean[k] += x[k] / 40;
                    square[k] += x[k] * x[k] / 40;
                }
            }
        }
        assertThat(mean).containsExactly(new double[3], within(1e-14));
        assertThat(square).containsExactly(new double[] {1, 1, 0}, within(1e-13));
        assertThat(seen).hasSize(50).doesNotHaveDuplicates();
        all.at(7).standardisedBy(rest).read(0, x, y);
        assertThat(y[0]).isEqualTo(7);
        Examples both = used.targetsStandardisedBy(used);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < both.size(); i++) {
            both.read(i, x, y);
            sum += y[0];
            squares += y[0] * y[0];
        }
        assertThat(sum).isCloseTo(0, within(1e-12));
        assertThat(squares).isCloseTo(both.size(), within(1e-12 * both.size()));
    }

    @Test
    void readsWhatIsInTheFile() throws IOException {
        Values images = ExampleFile.array(
                "inputs",
                IdxWriter.bytes(folder, "images-idx3-ubyte", i -> 17 * i % 256, 90, 8, 8)
                        .toString());
        assertThat(images.shape()).containsExactly(1L, 8L, 8L);
        double[] image = new double[64];
        images.read(3, image);
        for (int i = 0; i < 64; i++) {
            assertThat(image[i]).isEqualTo(17 * (3 * 64 + i) % 256 / 255.0);
        }
        Values zipped = ExampleFile.array(
                "inputs",
                IdxWriter.doubles(folder, "w-idx2.gz", ExampleFileTest::wave, 5, 2)
                        .toString());
        double[] pair = new double[2];
        zipped.read(4, pair);
        assertThat(pair).containsExactly(wave(8), wave(9));
        byte[] records = new byte[2 * 3073];
        records[0] = 7;
        records[3073] = 9;
        records[3073 + 1 + 1024] = (byte) 255;
        ExampleFile cifar = ExampleFile.cifar(
                "data", Files.write(folder.resolve("batch.bin"), records).toString());
        double[] picture = new double[3072];
        double[] label = new double[1];
        cifar.inputs().read(1, picture);
        cifar.targets().orElseThrow().read(1, label);
        assertThat(cifar.inputs().shape()).containsExactly(3L, 32L, 32L);
        assertThat(picture[1024]).isEqualTo(1);
        assertThat(picture[1023]).isZero();
        assertThat(label[0]).isEqualTo(9);
    }
}
