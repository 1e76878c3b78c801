package org.eoslab.torch.data;

import java.util.List;
import org.eoslab.experiment.InputException;

/**
 * An array of NumPy's, the examples along its first axis.
 *
 * @param place the setting and the file
 * @param array its numbers
 */
public record ArrayValues(String place, NumpyArray array) implements Values {
    /**
     * Reads a file.
     *
     * @param key the setting that names it
     * @throws InputException when it cannot be read, or has no first axis
     */
    public static ArrayValues read(String key, String file) {
        NumpyArray array = NumpyFile.read(key, file);
        if (array.shape().isEmpty()) {
            throw new InputException(
                    key + ": " + file + " is a single number; it must have examples along its first axis");
        }
        return new ArrayValues(key + ": " + file, array);
    }

    @Override
    public int size() {
        return array.shape().get(0).intValue();
    }

    @Override
    public List<Long> shape() {
        return array.shape().subList(1, array.shape().size());
    }

    @Override
    public void read(int index, double[] to) {
        array.read(index * to.length, to);
    }
}
