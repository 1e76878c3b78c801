package org.eoslab.expression;

import java.util.Optional;

/** Names that somebody may have meant. */
public final class Names {
    private Names() {}

    /**
     * The known name nearest to a misspelt one, if one is really near: at most a third of its letters are wrong, or one of two.
     *
     * @param name as it was written
     * @param known the names there are
     */
    public static Optional<String> near(String name, Iterable<String> known) {
        int most = Math.max(1, name.length() / 3);
        String nearest = null;
        int best = most + 1;
        for (String candidate : known) {
            int distance = distance(name, candidate);
            if (distance < best && distance < Math.max(name.length(), candidate.length())) {
                best = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Levenshtein's edit distance of two words. */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
