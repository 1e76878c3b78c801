package org.eoslab.torch.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.InputException;
import org.eoslab.expression.Names;

/**
 * A column of a table that names classes, as the place of each name among them: a row an example.
 *
 * @param place the setting and the file
 * @param classes their names, in the order of their places
 * @param places from 0, a row each
 */
@SuppressWarnings("ArrayRecordComponent")
public record ClassValues(String place, List<String> classes, int[] places) implements Values {
    /** Whether no entry of a column is a number: whether it can only be read as names. */
    static boolean areNames(List<String> column) {
        return column.stream().allMatch(entry -> !entry.isEmpty() && !isNumber(entry));
    }

    private static boolean isNumber(String text) {
        if (text.equalsIgnoreCase("nan") || text.matches("(?i)[+-]?inf(inity)?")) {
            return true;
        }
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * The places of a column's names.
     *
     * @param place the setting and the file, for messages
     * @param name the column's
     * @param column its entries
     * @param classes the names that there are
     * @throws InputException for an entry that is none of them
     */
    static ClassValues of(String place, String name, List<String> column, List<String> classes) {
        Map<String, Integer> known = new HashMap<>();
        classes.forEach(one -> known.put(one, known.size()));
        int[] places = new int[column.size()];
        for (int i = 0; i < places.length; i++) {
            String entry = column.get(i);
            Integer found = known.get(entry);
            if (found == null) {
                throw new InputException(place + ": row " + (i + 1) + " of column " + name + " is "
                        + (entry.isEmpty() ? "empty" : entry) + ", a class that the training examples do not have; "
                        + Names.near(entry, classes)
                                .map(near -> "the nearest is " + near)
                                .orElse("they have " + listed(classes)));
            }
            places[i] = found;
        }
        return new ClassValues(place, classes, places);
    }

    /** The first few names, and how many more there are. */
    public static String listed(List<String> classes) {
        int most = 5;
        return classes.size() <= most
                ? String.join(", ", classes)
                : String.join(", ", classes.subList(0, most)) + " and " + (classes.size() - most) + " more";
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public List<Long> shape() {
        return List.of(1L);
    }

    @Override
    public void read(int index, double[] to) {
        to[0] = places[index];
    }

    @Override
    public String name(int index) {
        return "row " + (index + 1);
    }
}
