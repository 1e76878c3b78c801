package org.eoslab.torch.data;

import java.util.List;

/**
 * Columns of a table: a row of it an example.
 *
 * @param place the setting and the file
 * @param columns of equal length
 */
@SuppressWarnings("ArrayRecordComponent")
public record ColumnValues(String place, double[][] columns) implements Values {
    @Override
    public int size() {
        return columns[0].length;
    }

    @Override
    public List<Long> shape() {
        return List.of((long) columns.length);
    }

    @Override
    public void read(int index, double[] to) {
        for (int c = 0; c < columns.length; c++) {
            to[c] = columns[c][index];
        }
    }

    @Override
    public String name(int index) {
        return "row " + (index + 1);
    }
}
