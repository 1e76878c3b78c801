package org.eoslab.torch.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.eoslab.Shared;
import org.eoslab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageArchiveTest {
    /** Means and variances of a few thousand numbers of order one. */
    private static final double MOMENTS = 1e-11;

    @TempDir
    private Path folder;

    private void writeCifar(int file, int records) throws IOException {
        byte[] bytes = new byte[records * 3073];
        new Random(file).nextBytes(bytes);
        for (int i = 0; i < records; i++) {
            bytes[i * 3073] = (byte) (i % 10);
        }
        Path set = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
        Files.write(set.resolve("data_batch_" + file + ".bin"), bytes);
    }

    @Test
    void readsLabelsAndPixelsOfTheOfficialFormat() throws IOException {
        writeCifar(1, 20);
        byte[] raw = Files.readAllBytes(folder.resolve("cifar-10-batches-bin/data_batch_1.bin"));
        DataSet data = ImageArchive.CIFAR10.load(folder, 20, 10, Standardisation.NONE);
        double[] input = new double[3072];
        double[] target = new double[10];
        data.read(13, input, target);
        assertThat(data.inputShape()).containsExactly(3L, 32L, 32L);
        assertThat(input[100]).isEqualTo(Byte.toUnsignedInt(raw[13 * 3073 + 1 + 100]) / 255.0);
        assertThat(target).containsExactly(0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void standardisedPixelsHaveMeanZeroAndVarianceOne() throws IOException {
        writeCifar(1, 30);
        DataSet data = ImageArchive.CIFAR10.load(folder, 25, 10, Standardisation.USED);
        double[] input = new double[3072];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 25; i++) {
            data.read(i, input, new double[10]);
            sum += input[77];
            squares += input[77] * input[77];
        }
        assertThat(sum / 25).isCloseTo(0, within(MOMENTS));
        assertThat(squares / 25).isCloseTo(1, within(MOMENTS));
    }

    @Test
    void keepsTheFirstClassesInOrder() throws IOException {
        writeCifar(1, 30);
        DataSet data = ImageArchive.CIFAR10.load(folder, 5, 2, Standardisation.NONE);
        double[] target = new double[2];
        data.read(4, new double[3072], target);
        assertThat(data.outputs()).isEqualTo(2);
        assertThat(target).containsExactly(1, 0);
    }

    @Test
    void saysHowManyThereAreAndWhereTheRestIs() throws IOException {
        writeCifar(1, 20);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ImageArchive.CIFAR10.load(folder, 21, 10, Standardisation.NONE))
                .withMessageContainingAll(
                        "images: 21 are needed",
                        "holds 20",
                        "eos data get cifar10",
                        "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz")
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    @Test
    void aShortFileEndsTheOfficialOrder() throws IOException {
        writeCifar(1, 20);
        writeCifar(2, 20);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ImageArchive.CIFAR10.load(folder, 30, 10, Standardisation.NONE))
                .withMessageContaining("holds 20");
    }

    @Test
    void trainNeedsTheWholeTrainingSet() {
        Path real = Shared.path("data");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ImageArchive.CIFAR10.load(real, 100, 10, Standardisation.TRAIN))
                .withMessageContainingAll("standardise: train", "50,000 are needed", "holds 4,000");
    }

    @Test
    void readsFashionMnist() throws IOException {
        Path set = Files.createDirectories(folder.resolve("fashion-mnist"));
        try (DataOutputStream images =
                        new DataOutputStream(Files.newOutputStream(set.resolve("train-images-idx3-ubyte")));
                DataOutputStream labels =
                        new DataOutputStream(Files.newOutputStream(set.resolve("train-labels-idx1-ubyte")))) {
            for (int header : new int[] {0x803, 2, 28, 28}) {
                images.writeInt(header);
            }
            for (int header : new int[] {0x801, 2}) {
                labels.writeInt(header);
            }
            for (int i = 0; i < 2 * 784; i++) {
                images.write(i % 256);
            }
            labels.write(new byte[] {9, 4});
        }
        DataSet data = ImageArchive.FASHION_MNIST.load(folder, 2, 10, Standardisation.NONE);
        double[] input = new double[784];
        double[] target = new double[10];
        data.read(1, input, target);
        assertThat(data.inputShape()).containsExactly(1L, 28L, 28L);
        assertThat(input[3]).isEqualTo((784 + 3) % 256 / 255.0);
        assertThat(target[4]).isEqualTo(1);
    }

    @Test
    void aLabelOfNoClassIsRefusedWithItsPlace() throws IOException {
        writeCifar(1, 20);
        Path file = folder.resolve("cifar-10-batches-bin/data_batch_1.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[3 * 3073] = (byte) 200;
        Files.write(file, bytes);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ImageArchive.CIFAR10.load(folder, 20, 10, Standardisation.NONE))
                .withMessageContainingAll("data_batch_1.bin: image 4 has the label 200", "from 0 to 9");
    }

    @Test
    void aHeaderOfHugeImagesIsRefused() throws IOException {
        Path set = Files.createDirectories(folder.resolve("fashion-mnist"));
        try (DataOutputStream images =
                        new DataOutputStream(Files.newOutputStream(set.resolve("train-images-idx3-ubyte")));
                DataOutputStream labels =
                        new DataOutputStream(Files.newOutputStream(set.resolve("train-labels-idx1-ubyte")))) {
            for (int header : new int[] {0x803, Integer.MAX_VALUE, 1 << 20, 1 << 20}) {
                images.writeInt(header);
            }
            for (int header : new int[] {0x801, Integer.MAX_VALUE}) {
                labels.writeInt(header);
            }
        }
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ImageArchive.FASHION_MNIST.load(folder, 1, 10, Standardisation.NONE))
                .withMessageContainingAll("train-images-idx3-ubyte", "at most 4096 x 4096");
    }

    @Test
    void missingFilesAreNoImages() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ImageArchive.FASHION_MNIST.load(folder, 1, 10, Standardisation.NONE))
                .withMessageContainingAll("holds 0", "eos data get fashion-mnist");
    }
}
