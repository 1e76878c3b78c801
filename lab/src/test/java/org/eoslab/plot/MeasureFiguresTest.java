package org.eoslab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eoslab.plot.draw.FigureFiles;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureFiguresTest {
    @TempDir
    private Path folder;

    private static Table table(List<String> columns, double[]... rows) {
        Table table = new Table(columns, Recording.ALL, rows.length - 1);
        for (double[] row : rows) {
            table.add(row);
        }
        return table;
    }

    /** Two eigenvalues at step 0, one at step 2, none at step 1. */
    @ParameterizedTest
    @CsvSource({"3, -1", "0, 0", "5, 5", "1e-300, 0", "1e200, -1e200", "5, 4.999999999999999"})
    void theDensityOfAStepAddsUpToOne(double first, double second) throws Exception {
        Table table = table(
                List.of("step", "densityNode1", "densityNode2", "densityWeight1", "densityWeight2"),
                new double[] {0, first, second, 0.25, 0.75},
                new double[] {1, Double.NaN, Double.NaN, Double.NaN, Double.NaN},
                new double[] {2, first, Double.NaN, 1, Double.NaN});
        List<Figure> figures = MeasureFigures.of("run", table);
        assertThat(figures).extracting(Figure::name).containsExactly("spectral-density");
        HeatMap map = (HeatMap) figures.get(0).panels().get(0);
        assertThat(map.xEdges()).containsExactly(-1, 1, 3);
        double cell = map.yEdges()[1] - map.yEdges()[0];
        for (int column = 0; column < 2; column++) {
            int c = column;
            double sum = Arrays.stream(map.values()).mapToDouble(row -> row[c]).sum();
            // Three standard deviations are in the picture on either side.
            assertThat(sum * cell).isCloseTo(1, within(0.005));
        }
        FigureFiles.svg(figures.get(0), folder.resolve("density.svg"));
        assertThat(Files.size(folder.resolve("density.svg"))).isPositive();
    }

    @Test
    void anEstimateWithoutAnErrorIsDrawnAllTheSame() {
        Table table = table(
                List.of("step", "hessianTrace", "hessianTraceError"),
                new double[] {0, 2, 0.5},
                new double[] {1, Double.NaN, Double.NaN},
                new double[] {2, 3, Double.NaN});
        Plot plot = (Plot) MeasureFigures.of("run", table).get(0).panels().get(0);
        assertThat(plot.series().get(0).y()).containsExactly(1.5, Double.NaN, Double.NaN, 2.5, Double.NaN);
        assertThat(plot.series().get(1).y()).containsExactly(2, 3);
        assertThat(plot.series().get(1).x()).containsExactly(0, 2);
    }

    @Test
    void thereAreNoneWithoutReadings() {
        assertThat(MeasureFigures.of("run", table(List.of("step", "hessianTrace"), new double[] {0, Double.NaN})))
                .isEmpty();
        assertThat(MeasureFigures.of("run", table(List.of("step", "loss"), new double[] {0, 1})))
                .isEmpty();
    }
}
