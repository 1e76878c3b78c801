package org.eoslab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plain-text table with aligned columns, for people. */
public final class Table {
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these column headings. */
    public Table(String... header) {
        this.header = List.of(header);
    }

    /** Adds a row, one text a column. */
    public Table row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Adds a line of its own below the last row, indented to the last column. */
    public Table detail(String text) {
        rows.add(List.of(text));
        return this;
    }

    @Override
    public String toString() {
        List<List<String>> full =
                rows.stream().filter(r -> r.size() > 1 || header.size() == 1).toList();
        int[] widths = IntStream.range(0, header.size())
                .map(c -> Math.max(
                        header.get(c).length(),
                        full.stream().mapToInt(r -> r.get(c).length()).max().orElse(0)))
                .toArray();
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths));
        lines.add(IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining("  ", "  ", "")));
        int indent =
                IntStream.of(widths).limit(header.size() - 1L).map(w -> w + 2).sum() + 2;
        rows.forEach(
                r -> lines.add(r.size() == header.size() ? line(r, widths) : " ".repeat(indent) + "↳ " + r.get(0)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < cells.size(); c++) {
            line.append("  ")
                    .append(cells.get(c))
                    .append(" ".repeat(widths[c] - cells.get(c).length()));
        }
        return line.toString().stripTrailing();
    }
}
