package org.eoslab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.job.ExperimentSource;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {
    private static final int ROWS = 3000;

    @TempDir
    private Path folder = Path.of("");

    private final double[] x = new Random(1).doubles(ROWS, -1, 1).toArray();
    private final double[] t = new Random(2).doubles(ROWS, -1, 1).toArray();

    private Path csv() throws IOException {
        StringBuilder text = new StringBuilder("x,t,name\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(x[i]).append(',').append(t[i] + x[i] / 2).append(",row\n");
        }
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    @Test
    void readsTheNumbersThemselves() throws IOException, SQLException {
        String file = csv().toString();
        TableFiles files = new TableFiles();
        assertThat(files.columns("data", file)).containsExactly("x", "t", "name");
        assertThat(files.read("data", file, List.of("x"))[0]).isEqualTo(x);
        Path parquet = folder.resolve("table.parquet");
        try (Connection connection = DuckDb.inMemory()) {
            DuckDb.execute(
                    connection,
                    "COPY (SELECT * FROM read_csv(" + DuckDb.literal(file) + ")) TO " + DuckDb.literal(parquet)
                            + " (FORMAT parquet)");
        }
        assertThat(files.read("data", parquet.toString(), List.of("t", "x"))[1]).isEqualTo(x);
    }

    /** Gradient descent ends at the least squares, which a library finds directly. */
    @Test
    void aFormulaOverThemIsARegression() throws IOException {
        csv();
        Files.writeString(folder.resolve("fit.yaml"), """
                model: formula
                loss: (a*x + b - t)^2
                data: table.csv
                start: {a: 0, b: 0}
                eta: 0.4
                steps: 300
                """);
        Run run = Run.of(
                new ExperimentSource()
                        .load(folder.resolve("fit.yaml").toString(), false)
                        .experiment(),
                Recording.ALL,
                List.of());
        double[][] design = new double[ROWS][];
        double[] targets = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            design[i] = new double[] {x[i], 1};
            targets[i] = t[i] + x[i] / 2;
        }
        RealVector expected = new QRDecomposition(new Array2DRowRealMatrix(design, false))
                .getSolver()
                .solve(new ArrayRealVector(targets));
        Table table = run.trajectory().table();
        int last = table.rows() - 1;
        assertThat(table.get("a", last)).isCloseTo(expected.getEntry(0), within(1e-12));
        assertThat(table.get("b", last)).isCloseTo(expected.getEntry(1), within(1e-12));
        Map<String, Object> again = new LinkedHashMap<>(run.experiment().toMap());
        again.put("optimizer", "sgd");
        again.put("batch", 100);
        again.put("eta", 0.01);
        Run stochastic = Run.of(Catalogue.load().experiment(again), Recording.ALL, List.of());
        assertThat(stochastic.trajectory().table().get("a", last)).isCloseTo(expected.getEntry(0), within(0.2));
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        TableFiles files = new TableFiles();
        assertThatThrownBy(() -> files.columns("data", "nowhere.csv"))
                .hasMessage("data: nowhere.csv: there is no such file");
        String file = csv().toString();
        assertThatThrownBy(() -> files.read("data", file, List.of("name")))
                .hasMessage("data: " + file + ": row 1 of column name is row; it must be a finite number");
        Path text = Files.writeString(folder.resolve("table.txt"), "x\n1\n");
        assertThatThrownBy(() -> files.columns("data", text.toString()))
                .hasMessage("data: " + text
                        + " is not allowed; it must be a file ending in .csv, .tsv, .csv.gz or .parquet");
    }
}
