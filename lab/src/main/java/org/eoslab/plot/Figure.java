package org.eoslab.plot;

import java.util.List;

/**
 * A picture as a value: panels in a grid, filled row by row. {@link org.eoslab.plot.draw.FigureFiles} draws it.
 *
 * @param name the stem of its files
 * @param title what stands above it, empty for nothing
 * @param subtitle what stands below the title in smaller letters, such as the settings, a line each; empty for nothing
 * @param columns panels side by side
 * @param panelWidth width of a panel in pixels of the SVG; the PNG has twice as many
 * @param panelHeight its height
 * @param panels at least one
 */
public record Figure(
        String name, String title, String subtitle, int columns, int panelWidth, int panelHeight, List<Panel> panels) {
    /** The width of a panel that stands alone. */
    public static final int WIDTH = 900;

    /** The height of a panel that stands alone. */
    public static final int HEIGHT = 420;

    /** Checks that there is a panel and copies the list. */
    public Figure {
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("figure " + name + ": needs a panel");
        }
        panels = List.copyOf(panels);
    }

    /** Panels below each other. */
    public static Figure of(String name, String title, Panel... panels) {
        return new Figure(name, title, "", 1, WIDTH, HEIGHT, List.of(panels));
    }

    /** The same figure in panels of another size. */
    public Figure sized(int width, int height) {
        return new Figure(name, title, subtitle, columns, width, height, panels);
    }

    /** The same figure with so many panels side by side. */
    public Figure sideBySide(int newColumns) {
        return new Figure(name, title, subtitle, newColumns, panelWidth, panelHeight, panels);
    }

    /** The same figure with a subtitle. */
    public Figure subtitled(String newSubtitle) {
        return new Figure(name, title, newSubtitle, columns, panelWidth, panelHeight, panels);
    }
}
