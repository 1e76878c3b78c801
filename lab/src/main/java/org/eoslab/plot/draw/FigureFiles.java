package org.eoslab.plot.draw;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Gallery;
import org.eoslab.plot.HeatMap;
import org.eoslab.plot.Panel;
import org.eoslab.plot.Plot;
import org.eoslab.store.file.DurableFiles;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;

/** Writes a figure to files; each is whole or absent, and replaces one of that name. */
public final class FigureFiles {
    /** Pixels of a PNG a unit of the layout. */
    public static final int PNG_SCALE = 2;

    private static final int TITLE_LEFT = 16;
    private static final int TITLE_HEIGHT = 36;
    private static final int LINE_HEIGHT = 18;
    private static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);

    static {
        ImageIO.setUseCache(false); // the cache is a file in the temporary folder
    }

    private FigureFiles() {}

    /** Whether this machine can draw text: Java needs at least one font for that. */
    public static boolean canDraw() {
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length > 0;
        } catch (InternalError | NoClassDefFoundError e) {
            return false; // what Java throws, the first time and later, when it finds no font
        }
    }

    /** Writes {@code NAME.svg}, {@code NAME.png} and {@code NAME.csv} to a folder that exists. */
    public static List<Path> write(Figure figure, Path folder) throws IOException {
        Path svg = folder.resolve(figure.name() + ".svg");
        Path png = folder.resolve(figure.name() + ".png");
        Path csv = folder.resolve(figure.name() + ".csv");
        svg(figure, svg);
        png(figure, png);
        csv(figure, csv);
        return List.of(svg, png, csv);
    }

    /** Draws it as SVG, its text as text. */
    public static void svg(Figure figure, Path file) throws IOException {
        DurableFiles.write(file, path -> {
            try (Writer out = Files.newBufferedWriter(path)) {
                svg(figure, out);
            }
        });
    }

    /** The same into a text that is not closed. */
    public static void svg(Figure figure, Writer out) throws IOException {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
        context.setComment("EoS Lab");
        context.setPrecision(2);
        context.setImageHandler(new PngImages());
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        g.setSVGCanvasSize(new Dimension(width(figure), height(figure)));
        draw(figure, g);
        g.stream(out, true);
    }

    /** Images as PNG in the file itself; Batik's own writer is in a library of its own, Java has one. */
    private static final class PngImages extends ImageHandlerBase64Encoder {
        @Override
        public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new SVGGraphics2DIOException(e.getMessage(), e);
            }
        }
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e); // every Java has the default builder
        }
    }

    /** Draws it as PNG, two pixels a unit. */
    public static void png(Figure figure, Path file) throws IOException {
        BufferedImage image =
                new BufferedImage(PNG_SCALE * width(figure), PNG_SCALE * height(figure), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(PNG_SCALE, PNG_SCALE);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        draw(figure, g);
        g.dispose();
        DurableFiles.write(file, path -> {
            try (OutputStream out = Files.newOutputStream(path)) {
                ImageIO.write(image, "png", out);
            }
        });
    }

    /** Writes every point of its data, none thinned away: {@code panel,series,x,y} and, for heat maps, {@code value}. */
    public static void csv(Figure figure, Path file) throws IOException {
        DurableFiles.write(file, path -> FigureCsv.write(figure, path));
    }

    private static int width(Figure figure) {
        return figure.panelWidth() * Math.min(figure.columns(), figure.panels().size());
    }

    private static int height(Figure figure) {
        int rows = (figure.panels().size() + figure.columns() - 1) / figure.columns();
        return top(figure) + figure.panelHeight() * rows;
    }

    private static int top(Figure figure) {
        return (figure.title().isEmpty() ? 0 : TITLE_HEIGHT) + lines(figure).size() * LINE_HEIGHT;
    }

    /** The subtitle's lines. */
    private static List<String> lines(Figure figure) {
        return figure.subtitle().lines().toList();
    }

    private static void draw(Figure figure, Graphics2D g) {
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width(figure), height(figure));
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.BLACK);
        if (!figure.title().isEmpty()) {
            title(figure.title(), TITLE, 25, width(figure) - 2 * TITLE_LEFT, g);
        }
        g.setColor(Axes.FRAME);
        int baseline = top(figure) - lines(figure).size() * LINE_HEIGHT + LINE_HEIGHT - 6;
        for (String line : lines(figure)) {
            title(line, SUBTITLE, baseline, width(figure) - 2 * TITLE_LEFT, g);
            baseline += LINE_HEIGHT;
        }
        for (int i = 0; i < figure.panels().size(); i++) {
            double x = i % figure.columns() * (double) figure.panelWidth();
            double y = top(figure) + i / figure.columns() * (double) figure.panelHeight();
            draw(figure.panels().get(i), g, new Rectangle2D.Double(x, y, figure.panelWidth(), figure.panelHeight()));
        }
    }

    /** A line of the title, in smaller letters where there is no room for it. */
    private static void title(String title, Font font, int baseline, int room, Graphics2D g) {
        g.setFont(font);
        double wide = g.getFontMetrics().stringWidth(title);
        if (wide > room) {
            g.setFont(font.deriveFont((float) (font.getSize2D() * room / wide)));
        }
        g.drawString(title, TITLE_LEFT, baseline);
    }

    private static void draw(Panel panel, Graphics2D g, Rectangle2D area) {
        if (panel instanceof Gallery gallery) {
            GalleryDrawing.draw(gallery, g, area);
        } else {
            JFreeChart chart = panel instanceof Plot plot
                    ? PlotChart.of(plot, PNG_SCALE * (int) area.getWidth())
                    : HeatMapChart.of((HeatMap) panel);
            chart.draw(g, area);
        }
    }
}
