package org.eoslab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Example;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.plot.draw.FigureFiles;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture of examples with opposing signals, of data sets of a few files. */
class OpposingFigureTest {
    private static final int IMAGE = 3072;

    @TempDir
    private Path folder;

    private static Run run(String preset, Map<String, Object> changes) {
        Catalogue catalogue = Catalogue.load();
        Experiment experiment = catalogue
                .experiment(catalogue.preset(preset))
                .with(Map.of("measures", "opposing", "measuresEvery", 1, "steps", 3))
                .with(changes);
        return Run.of(experiment, Recording.ALL, List.of());
    }

    private static Optional<Figure> figure(String title, Run run) {
        return OpposingFigure.of(
                title,
                run.experiment(),
                run.trajectory().table(),
                run.trajectory().timeline().firstCrossing());
    }

    /** Each image of one colour, its number in red. */
    @Test
    void theImagesThemselvesStandInTheRowsOfTheirGroups() throws Exception {
        byte[] bytes = new byte[40 * (1 + IMAGE)];
        new Random(5).nextBytes(bytes);
        for (int i = 0; i < 40; i++) {
            bytes[i * (1 + IMAGE)] = (byte) (i % 10);
            Arrays.fill(bytes, i * (1 + IMAGE) + 1, i * (1 + IMAGE) + 1 + 1024, (byte) (5 * i));
        }
        Path set = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
        Files.write(set.resolve("data_batch_1.bin"), bytes);
        Run run = run("cifar-fc-1000", Map.of("images", 40, "width", 8, "data", folder.toString()));
        Figure figure = figure("tiny", run).orElseThrow();
        Gallery gallery = (Gallery) figure.panels().get(0);
        Table table = run.trajectory().table();
        // The reading with the groups furthest apart, by looking for it in another way.
        double[] apart = IntStream.range(0, 4)
                .mapToDouble(t -> table.get("opposingRise", t) - table.get("opposingFall", t))
                .toArray();
        double largest = Arrays.stream(apart).max().orElseThrow();
        int row = IntStream.range(0, 4)
                .filter(t -> apart[t] == largest)
                .findFirst()
                .orElseThrow();
        List<String> groups = List.of("risen", "fallen", "nextRisen", "nextFallen");
        assertThat(gallery.rows()).hasSize(4);
        for (int g = 0; g < 4; g++) {
            List<Gallery.Cell> cells = gallery.rows().get(g).cells();
            assertThat(cells).hasSize(10);
            for (int i = 0; i < 10; i++) {
                Gallery.Cell cell = cells.get(i);
                assertThat(cell.number()).isEqualTo((int) table.get(groups.get(g) + (i + 1), row));
                assertThat(cell.value()).isEqualTo(table.get(groups.get(g) + "Change" + (i + 1), row));
                Example.Image image = (Example.Image) cell.example();
                assertThat(image.width()).isEqualTo(32);
                assertThat(image.height()).isEqualTo(32);
                assertThat(image.rgb()[77] >> 16).isEqualTo(5 * cell.number());
                assertThat(image.rgb()[77] & 0xff)
                        .isEqualTo(Byte.toUnsignedInt(bytes[cell.number() * (1 + IMAGE) + 1 + 2048 + 77]));
            }
        }
        assertThat(gallery.rows().get(0).cells()).allMatch(cell -> cell.group() == 1);
        assertThat(gallery.rows().get(1).cells()).allMatch(cell -> cell.group() == 2);
        Path svg = folder.resolve("opposing.svg");
        FigureFiles.svg(figure, svg);
        assertThat(Files.readString(svg)).contains("data:image/png;base64", "airplane", "step " + row + " to");
        Path png = folder.resolve("opposing.png");
        FigureFiles.png(figure, png);
        BufferedImage drawn = ImageIO.read(png.toFile());
        assertThat(drawn.getWidth()).isEqualTo(2 * figure.panelWidth());
        FigureFiles.csv(figure, folder.resolve("opposing.csv"));
        assertThat(Files.readAllLines(folder.resolve("opposing.csv"))).hasSize(1 + 40);
    }

    @Test
    void sentencesStandAsTheirWords() throws Exception {
        Path set = Files.createDirectories(folder.resolve("sst2"));
        List<String> lines = IntStream.range(0, 12)
                .mapToObj(i -> (i % 2) + " word" + i + " of a film")
                .toList();
        Files.write(set.resolve("stsa.binary.train"), lines);
        Run run = run("sst2-transformer", Map.of("sentences", 12, "width", 8, "data", folder.toString()));
        Gallery gallery = (Gallery) figure("tiny", run).orElseThrow().panels().get(0);
        for (Gallery.Row row : gallery.rows()) {
            assertThat(row.cells()).hasSize(3).allSatisfy(cell -> {
                int number = cell.number();
                assertThat(cell.example())
                        .isEqualTo(new Example.Text(
                                number % 2 == 1 ? "positive" : "negative", "word" + number + " of a film"));
            });
        }
        FigureFiles.svg(figure("tiny", run).orElseThrow(), folder.resolve("words.svg"));
        assertThat(Files.readString(folder.resolve("words.svg"))).contains("of a film");
    }

    @Test
    void pointsOfACurveStandAsNumbers() {
        Run run = run("chebyshev-3", Map.of("width", 8, "every", 1));
        Gallery gallery = (Gallery) figure("curve", run).orElseThrow().panels().get(0);
        Gallery.Cell cell = gallery.rows().get(0).cells().get(0);
        double x = -1 + 2.0 * cell.number() / 19;
        Example.Text text = (Example.Text) cell.example();
        assertThat(Double.parseDouble(text.text())).isCloseTo(x, within(5e-4));
        assertThat(text.label()).startsWith("→ ");
    }

    @Test
    void aRunWithoutTheMeasureHasNone() {
        assertThat(figure("plain", run("chebyshev-3", Map.of("width", 8, "measures", "none"))))
                .isEmpty();
    }
}
