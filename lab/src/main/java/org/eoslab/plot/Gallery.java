package org.eoslab.plot;

import java.util.List;
import org.eoslab.experiment.Example;

/**
 * Examples themselves, in rows.
 *
 * @param title what stands above it, empty for nothing
 * @param rows from top to bottom, at least one
 */
public record Gallery(String title, List<Row> rows) implements Panel {
    /** Copies the list. */
    public Gallery {
        rows = List.copyOf(rows);
    }

    /**
     * Examples beside each other.
     *
     * @param name what stands above them
     * @param cells from left to right, at least one
     */
    public record Row(String name, List<Cell> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * An example.
     *
     * @param number which, from 0
     * @param example how it looks
     * @param value what is said of it
     * @param group the colour of its frame, a number from 1; 0 for none
     */
    public record Cell(int number, Example example, double value, int group) {}
}
