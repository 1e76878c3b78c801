package org.eoslab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirLongestText() {
        Table table = new Table("name", "n").row("a", "1").row("longer", "22");
        assertThat(table.toString().lines())
                .containsExactly("  name    n", "  ──────  ──", "  a       1", "  longer  22");
    }

    @Test
    void theLastColumnIsFoldedBetweenWordsAndItsDetailsWithIt() {
        Table table = new Table("id", "statement")
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
        assertThat(new Table("x").row("unbreakable b").foldedTo(6).toString().lines())
                .containsExactly("  x", "  ────", "  unbreakable", "  b");
    }
}
