package org.eoslab.view;

import java.util.List;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;

/** Every column of a run at every step as text. */
final class CsvRows {
    private CsvRows() {}

    /** Every column at every step, comma-separated with a header; a missing reading is empty. */
    static String of(Experiment experiment, Cancellation cancellation) {
        Table table = Run.of(experiment, Recording.ALL, List.of(cancellation.observer()))
                .trajectory()
                .table();
        cancellation.check();
        double[][] columns = table.names().stream().map(table::column).toArray(double[][]::new);
        StringBuilder csv = new StringBuilder(String.join(",", table.names())).append('\n');
        for (int row = 0; row < table.rows(); row++) {
            csv.append((long) columns[0][row]);
            for (int c = 1; c < columns.length; c++) {
                csv.append(',');
                if (!Double.isNaN(columns[c][row])) {
                    csv.append(columns[c][row]);
                }
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
