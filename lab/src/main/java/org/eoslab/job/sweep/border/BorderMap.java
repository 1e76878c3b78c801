package org.eoslab.job.sweep.border;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.eoslab.experiment.InputException;
import org.eoslab.store.file.LabelJournal;
import org.eoslab.sweep.Axis;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.RowColumn;
import org.eoslab.sweep.border.BorderPoint;

/**
 * A traced border and the regions that it parts, read from the labels that the search was given: nothing is run again.
 *
 * @param points where it is, as of {@link BorderSweep}
 * @param regions a row a point of a mesh over the rectangle: the two axes, and the column whose changes are borders. Where no run was
 *     made, the label is that of the region around
 * @param runs how many runs it took
 */
public record BorderMap(RowBlock points, RowBlock regions, long runs) {
    /**
     * Reads it.
     *
     * @param labels the journal of the search
     * @param most cells a side of the mesh, a power of two: of a finer search's mesh every second, fourth … point is there
     * @throws InputException when the search has not come to its end
     */
    public static BorderMap read(BorderSettings settings, Path labels, int most) {
        List<String> all = LabelJournal.read(labels);
        Iterator<String> next = all.iterator();
        int side = Math.min(most, settings.search().fine());
        String[][] mesh = new String[side + 1][side + 1];
        try {
            List<BorderPoint> border = settings.search()
                    .trace(points -> points.stream()
                            .map(point -> {
                                String label = next.next();
                                keep(label, point, mesh);
                                return label;
                            })
                            .toList());
            fill(mesh);
            return new BorderMap(BorderSweep.rows(settings, border), regions(settings, mesh), all.size());
        } catch (NoSuchElementException e) {
            throw new InputException("this border is not traced to its end yet, after " + all.size()
                    + " runs; go on by eos sweep FILE --resume");
        }
    }

    private static void keep(String label, double[] point, String[][] mesh) {
        int side = mesh.length - 1;
        double i = point[0] * side;
        double j = point[1] * side;
        if (i == Math.rint(i) && j == Math.rint(j)) {
            mesh[(int) i][(int) j] = label;
        }
    }

    /** No border passes beside a point without a run: its neighbours are in the same region. */
    private static void fill(String[][] mesh) {
        for (int i = 0; i < mesh.length; i++) {
            for (int j = 0; j < mesh.length; j++) {
                if (mesh[i][j] == null) {
                    mesh[i][j] = j > 0 ? mesh[i][j - 1] : mesh[i - 1][j];
                }
            }
        }
    }

    private static RowBlock regions(BorderSettings settings, String[][] mesh) {
        int n = mesh.length;
        double[] x = new double[n * n];
        double[] y = new double[n * n];
        List<Axis> axes = settings.border().sweep().axes();
        for (int k = 0; k < n * n; k++) {
            x[k] = ((Number) axes.get(0).at(k / n / (n - 1.0))).doubleValue();
            y[k] = ((Number) axes.get(1).at(k % n / (n - 1.0))).doubleValue();
        }
        String[] labels = Arrays.stream(mesh).flatMap(Arrays::stream).toArray(String[]::new);
        return new RowBlock(
                0,
                List.of(
                        new RowColumn.Numbers(axes.get(0).name(), x),
                        new RowColumn.Numbers(axes.get(1).name(), y),
                        new RowColumn.Texts(settings.border().column(), labels)));
    }
}
