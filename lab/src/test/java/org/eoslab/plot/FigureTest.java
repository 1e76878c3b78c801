package org.eoslab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Index.atIndex;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.plot.draw.FigureFiles;
import org.eoslab.run.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {
    @TempDir
    private Path folder;

    private static List<Figure> figuresOfARun() {
        Catalogue catalogue = Catalogue.load();
        return RunFigures.of(
                "canonical", Run.of(catalogue.experiment(catalogue.preset("canonical")), Recording.ALL, List.of()));
    }

    @Test
    void theFiguresOfARunAreDrawnWithNamedAxesAndALegend() throws Exception {
        List<Figure> figures = figuresOfARun();
        assertThat(figures)
                .extracting(Figure::name)
                .containsExactly("loss", "sharpness", "parameters", "gfs-sharpness");
        for (Figure figure : figures) {
            Path svg = folder.resolve("picture.svg");
            FigureFiles.svg(figure, svg);
            String text = svgText(svg);
            assertThat(text).contains(figure.title());
            for (Panel panel : figure.panels()) {
                Plot plot = (Plot) panel;
                assertThat(text).contains(plot.x().label(), plot.y().label());
                plot.series().forEach(s -> assertThat(text).contains(s.name()));
                plot.bands().forEach(b -> assertThat(text).contains(b.name()));
            }
        }
    }

    /** η is halved at step 10. */
    @Test
    void theThresholdIsDrawnAsTheScheduleMovesIt() {
        Catalogue catalogue = Catalogue.load();
        Experiment experiment = catalogue
                .experiment(catalogue.preset("chebyshev-3"))
                .with(Map.of("steps", 20, "schedule", "step 0.5 10"));
        Figure sharpness = RunFigures.of("chebyshev-3", Run.of(experiment, Recording.ALL, List.of()))
                .get(1);
        List<Series> drawn = ((Plot) sharpness.panels().get(0)).series();
        assertThat(drawn)
                .extracting(Series::name)
                .containsExactly("eigenvalue 3", "eigenvalue 2", "sharpness S", "stability threshold");
        double[] threshold = drawn.get(3).y();
        assertThat(threshold).hasSize(21).startsWith(10).contains(20, atIndex(10));
    }

    /** log cosh(xy) at the edge, whose D is known at some steps; a flow has no threshold, and so no such picture. */
    @Test
    void theCurvatureAlongEachStepIsDrawnBesideTheSharpness() {
        Catalogue catalogue = Catalogue.load();
        Experiment experiment =
                catalogue.experiment(catalogue.preset("alignment")).with(Map.of("steps", 400));
        Run run = Run.of(experiment, Recording.ALL, List.of());
        Figure progress = RunFigures.of("alignment", run).stream()
                .filter(figure -> figure.name().equals("progress"))
                .findFirst()
                .orElseThrow();
        Plot curvature = (Plot) progress.panels().get(0);
        assertThat(curvature.series())
                .extracting(Series::name)
                .containsExactly("directional smoothness D", "sharpness S", "stability threshold 16");
        double[] along = curvature.series().get(0).y();
        // In units of 2/η: ηD as the paper's example has it at these steps.
        assertThat(along[5] * 0.125).isCloseTo(2.0018, within(1e-4));
        assertThat(along[20] * 0.125).isCloseTo(1.9818, within(1e-4));
        assertThat(((Plot) progress.panels().get(1)).series().get(0).y()).hasSameSizeAs(along);
        assertThat(RunFigures.of(
                        "flow",
                        Run.of(experiment.with(Map.of("optimizer", "gradient-flow")), Recording.ALL, List.of())))
                .extracting(Figure::name)
                .doesNotContain("progress");
    }

    /** The text of a well-formed SVG file. */
    private static String svgText(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement()
                .getTextContent();
    }

    @Test
    void aPngHasTwoPixelsAUnitAndTheColoursOfItsSeries() throws IOException {
        Figure figure = figuresOfARun().get(2);
        Path png = folder.resolve("picture.png");
        FigureFiles.png(figure, png);
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(2 * figure.panelWidth());
        assertThat(image.getHeight()).isGreaterThanOrEqualTo(4 * figure.panelHeight());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (Series series : ((Plot) figure.panels().get(0)).series()) {
            assertThat(IntStream.of(pixels))
                    .as(series.name())
                    .contains(series.colour().getRGB());
        }
    }

    @Test
    void aSpikeOfOneStepSurvivesThinning() throws IOException {
        int n = 1_000_000;
        double[] x = IntStream.range(0, n).asDoubleStream().toArray();
        double[] y = new double[n];
        y[777_777] = 1;
        Figure figure = Figure.of(
                "spike",
                "",
                Plot.of("", PlotAxis.linear("x"), PlotAxis.linear("y")).with(Series.line("s", x, y, Palette.BLUE)));
        Path png = folder.resolve("spike.png");
        FigureFiles.png(figure, png);
        BufferedImage image = ImageIO.read(png.toFile());
        int spike = IntStream.range(0, image.getWidth())
                .filter(column -> isBluish(image.getRGB(column, image.getHeight() / 2)))
                .findFirst()
                .orElse(-1);
        // The frame reaches from about 190 to 1764; a hundredth of the range is left free at both ends.
        assertThat(spike).isBetween(1390, 1430);
        Path svg = folder.resolve("spike.svg");
        FigureFiles.svg(figure, svg);
        assertThat(Files.size(svg)).isLessThan(300_000);
    }

    private static boolean isBluish(int rgb) {
        return (rgb & 0xff) - (rgb >> 16 & 0xff) > 60;
    }

    /** The threshold of ηS, drawn from the first step to the last, is still there in a picture of the last third. */
    @Test
    void aLineThatGoesThroughAWindowIsDrawnInIt() throws IOException {
        Plot plot = Plot.of(
                        "",
                        PlotAxis.linear("x").between(4, 6),
                        PlotAxis.linear("y").between(0, 4))
                .with(Series.line("level", new double[] {0, 10}, new double[] {2, 2}, Palette.BLUE))
                .with(Series.dots("outside", new double[] {1}, new double[] {3}, Palette.VERMILION));
        Path png = folder.resolve("window.png");
        FigureFiles.png(Figure.of("window", "", plot), png);
        BufferedImage image = ImageIO.read(png.toFile());
        int[] middle = image.getRGB(image.getWidth() / 2, 0, 1, image.getHeight(), null, 0, 1);
        assertThat(IntStream.of(middle)).anyMatch(FigureTest::isBluish);
    }

    @Test
    void theSettingsAndTheNotesAreInThePicture() throws Exception {
        Plot plot = Plot.of("", PlotAxis.linear("x"), PlotAxis.linear("y"))
                .with(Series.line("", new double[] {0, 1}, new double[] {0, 1}, Palette.BLUE))
                .with(new Plot.Note("here", 0.5, 0.5, Plot.Note.Side.RIGHT, Palette.BLACK));
        Path svg = folder.resolve("notes.svg");
        FigureFiles.svg(Figure.of("notes", "Title", plot).subtitled("η = 3.2\nmade by: eos"), svg);
        assertThat(svgText(svg)).contains("Title", "η = 3.2", "made by: eos", "here");
    }

    /** The last crossing is downwards at step 2875; the trough after it, at step 3024, ends the last cycle (the reference trajectory). */
    @Test
    void theConvergedTailIsInNoPhase() {
        Plot sharpness = (Plot) figuresOfARun().get(1).panels().get(0);
        double last = sharpness.bands().stream()
                .flatMap(b -> Arrays.stream(b.intervals()))
                .mapToDouble(i -> i[1])
                .max()
                .orElseThrow();
        assertThat(last).isEqualTo(3024);
    }

    @Test
    void theDataComeAsCsv() throws IOException {
        HeatMap map = new HeatMap(
                "map, of \"all\"",
                PlotAxis.log("x"),
                PlotAxis.linear("y"),
                new double[] {1, 4, 16},
                new double[] {0, 1},
                new double[][] {{0, 1}},
                new ColourScale.Categories(List.of("no", "yes"), List.of(Palette.BLUE, Palette.ORANGE)));
        Plot plot = Plot.of("plot", PlotAxis.linear("x"), PlotAxis.linear("y"))
                .with(Series.line("s", new double[] {1, 2}, new double[] {0.1, Double.NaN}, Palette.BLUE));
        List<Path> files = FigureFiles.write(Figure.of("both", "Both", plot, map), folder);
        assertThat(files)
                .extracting(f -> f.getFileName().toString())
                .containsExactly("both.svg", "both.png", "both.csv");
        assertThat(files.get(2)).hasContent("""
                        panel,series,x,y,value
                        plot,s,1.0,0.1,
                        plot,s,2.0,NaN,
                        "map, of ""all\""",category,2.0,0.5,no
                        "map, of ""all\""",category,8.0,0.5,yes
                        """);
    }
}
