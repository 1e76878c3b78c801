package org.eoslab.torch.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eoslab.experiment.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs of three examples of two numbers each, with every kind of target. */
class ArrayDataTest {
    @TempDir
    private Path folder;

    private ArrayData inputs;

    @BeforeEach
    void write() throws IOException {
        inputs = ArrayData.inputs("inputs", array("(3, 2)", 1, 2, 3, 4, 5, 6));
    }

    /** A file of doubles as numpy.save writes it. */
    private String array(String shape, double... numbers) throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + Double.BYTES * numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        file.put(header.getBytes(StandardCharsets.US_ASCII));
        for (double number : numbers) {
            file.putDouble(number);
        }
        return Files.write(Files.createTempFile(folder, "array", ".npy"), file.array())
                .toString();
    }

    private static double[] target(DataSet data, int index) {
        double[] input = new double[Math.toIntExact(data.inputLength())];
        double[] target = new double[data.outputs()];
        data.read(index, input, target);
        assertThat(input).containsExactly(2 * index + 1, 2 * index + 2);
        return target;
    }

    @Test
    void targetsOfTheOutputsShapeAreNumbersAxesOfLengthOneAside() throws IOException {
        for (List<Long> output : List.of(List.<Long>of(), List.of(1L), List.of(1L, 1L))) {
            DataSet data = inputs.withTargets("targets", array("(3,)", 0.5, 1, 2), output);
            assertThat(data.size()).isEqualTo(3);
            assertThat(data.targetShape()).isEqualTo(output);
            assertThat(target(data, 0)).containsExactly(0.5);
        }
        DataSet wide = inputs.withTargets("targets", array("(3, 2, 1)", 1, 2, 3, 4, 5, 6), List.of(2L));
        assertThat(target(wide, 2)).containsExactly(5, 6);
        assertThat(target(wide.first(2), 1)).containsExactly(3, 4);
    }

    @Test
    void targetsWithoutTheOutputsSecondAxisAreLabels() throws IOException {
        DataSet data = inputs.withTargets("targets", array("(3, 1)", 2, 0, 1), List.of(3L));
        assertThat(target(data, 0)).containsExactly(0, 0, 1);
        assertThat(target(data, 1)).containsExactly(1, 0, 0);
        DataSet places = inputs.withTargets("targets", array("(3, 2)", 1, 0, 0, 0, 1, 1), List.of(3L, 2L));
        // Three classes at two places, the classes first.
        assertThat(target(places, 0)).containsExactly(0, 1, 1, 0, 0, 0);
        assertThat(target(places, 2)).containsExactly(0, 0, 1, 1, 0, 0);
    }

    @Test
    void refusesWhatIsNeither() throws IOException {
        assertRefused(
                array("(3,)", 0, 3, 1), List.of(3L), "the label at [1] is 3; it must be a whole number from 0 to 2");
        assertRefused(array("(3,)", 0, 0.5, 1), List.of(3L), "the label at [1] is 0.5; it must be a whole number");
        assertRefused(array("(3,)", -1, 0, 1), List.of(3L), "the label at [0] is -1;");
        assertRefused(array("(2,)", 0, 1), List.of(3L), "has 2 examples and inputs: ");
        assertRefused(
                array("(3, 2)", 1, 2, 3, 4, 5, 6),
                List.of(3L),
                "has the shape (3, 2); the network's output has (3, 3), so it must be that, or (3,) of labels");
        assertRefused(
                array("(3, 2)", 1, 2, 3, 4, 5, 6), List.of(), "the network's output has (3,), so it must be that");
        assertRefused(
                array("(3,)", 0, Double.NaN, 1), List.of(1L), "the entry at [1] is NaN; it must be a finite number");
        assertRefused(array("()", 1), List.of(1L), "has the shape (); it must have examples along its first axis");
        assertRefused(array("(0, 2)"), List.of(1L), "has the shape (0, 2); it must have examples");
    }

    private void assertRefused(String file, List<Long> output, String says) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> inputs.withTargets("targets", file, output))
                .withMessageStartingWith("targets: " + file)
                .withMessageContaining(says);
    }
}
