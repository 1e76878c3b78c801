package org.eoslab.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsAreAsWideAsTheirLongestText() {
        TextTable table = new TextTable("name", "n").row("a", "1").row("longer", "22");
        assertThat(table.toString().lines())
                .containsExactly("  name    n", "  ──────  ──", "  a       1", "  longer  22");
    }

    @Test
    void theLastColumnIsFoldedBetweenWordsAndItsDetailsWithIt() {
        TextTable table = new TextTable("id", "statement")
                .row("A", "one two three four five")
                .detail("six seven eight nine ten")
                .foldedTo(20);
        assertThat(table.toString().lines())
                .containsExactly(
                        "  id  statement",
                        "  ──  ──────────────",
                        "  A   one two three",
                        "      four five",
                        "      ↳ six seven",
                        "        eight nine",
                        "        ten")
                .allMatch(line -> line.length() <= 20);
    }

    @Test
    void aWordLongerThanTheWidthStaysWhole() {
        assertThat(new TextTable("x")
                        .row("unbreakable b")
                        .foldedTo(6)
                        .toString()
                        .lines())
                .containsExactly("  x", "  ────", "  unbreakable", "  b");
    }
}
