package org.eoslab.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plain-text table with aligned columns, for people; the last column can be folded to a width. */
public final class TextTable {
    private static final String DETAIL = "↳ ";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();
    private int width = Integer.MAX_VALUE;

    /** A table with these column headings. */
    public TextTable(String... header) {
        this.header = List.of(header);
    }

    /** Adds a row, one text a column. */
    public TextTable row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Adds a line of its own below the last row, indented to the last column. */
    public TextTable detail(String text) {
        rows.add(List.of(text));
        return this;
    }

    /** Folds the last column between words, so that lines are at most {@code width} characters where words and the other columns allow. */
    public TextTable foldedTo(int width) {
        this.width = width;
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
        int last = widths.length - 1;
        int indent = IntStream.of(widths).limit(last).map(w -> w + 2).sum() + 2;
        widths[last] = Math.min(widths[last], Math.max(1, width - indent));
        List<String> lines = new ArrayList<>();
        lines.addAll(lines(header, widths, indent));
        lines.add(IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining("  ", "  ", "")));
        for (List<String> row : rows) {
            lines.addAll(row.size() == header.size() ? lines(row, widths, indent) : details(row.get(0), indent));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> lines(List<String> cells, int[] widths, int indent) {
        int last = cells.size() - 1;
        StringBuilder start = new StringBuilder();
        for (int c = 0; c < last; c++) {
            start.append("  ")
                    .append(cells.get(c))
                    .append(" ".repeat(widths[c] - cells.get(c).length()));
        }
        return Text.folded(start.append("  ").toString(), cells.get(last), widths[last], indent);
    }

    private List<String> details(String text, int indent) {
        return Text.folded(
                " ".repeat(indent) + DETAIL, text, width - indent - DETAIL.length(), indent + DETAIL.length());
    }
}
