package org.eoslab.plot.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eoslab.experiment.Example;
import org.eoslab.plot.Gallery;
import org.eoslab.plot.Palette;

/** A gallery drawn: each row its name, and below it its examples with what is said of them. */
final class GalleryDrawing {
    private static final int MARGIN = 16;
    private static final int NAME_HEIGHT = 24;
    private static final int CAPTION_HEIGHT = 34;
    private static final int GAP = 8;

    /** The least pixels of an image's side in the files, so that no viewer blurs one of few pixels. */
    private static final int FINE = 256;

    private static final Font NAME = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font CAPTION = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final BasicStroke FRAME = new BasicStroke(3);

    private static final List<Color> GROUPS = List.of(Palette.VERMILION, Palette.BLUE);

    private GalleryDrawing() {}

    static void draw(Gallery gallery, Graphics2D g, Rectangle2D area) {
        double height = (area.getHeight() - GAP) / gallery.rows().size();
        double y = area.getY();
        for (Gallery.Row row : gallery.rows()) {
            g.setColor(Color.BLACK);
            g.setFont(NAME);
            g.drawString(row.name(), (float) (area.getX() + MARGIN), (float) (y + NAME_HEIGHT - 8));
            double width = (area.getWidth() - 2 * MARGIN + GAP) / row.cells().size();
            double side = Math.min(width - GAP, height - NAME_HEIGHT - CAPTION_HEIGHT);
            for (int i = 0; i < row.cells().size(); i++) {
                cell(row.cells().get(i), g, area.getX() + MARGIN + i * width, y + NAME_HEIGHT, width - GAP, side);
            }
            y += height;
        }
    }

    private static void cell(Gallery.Cell cell, Graphics2D g, double x, double y, double width, double height) {
        boolean image = cell.example() instanceof Example.Image;
        int w = (int) (image ? Math.min(width, height) : width);
        int h = (int) height;
        if (cell.example() instanceof Example.Image picture) {
            g.drawImage(fine(picture), (int) x, (int) y, w, h, null);
        } else if (cell.example() instanceof Example.Text words) {
            g.setFont(CAPTION);
            g.setColor(Color.BLACK);
            FontMetrics metrics = g.getFontMetrics();
            List<String> lines = lines(words.text(), metrics, w - GAP, h / metrics.getHeight());
            for (int i = 0; i < lines.size(); i++) {
                g.drawString(lines.get(i), (int) x + GAP / 2, (int) y + (i + 1) * metrics.getHeight());
            }
        }
        g.setColor(cell.group() > 0 ? GROUPS.get(cell.group() - 1) : Palette.tint(Palette.GREY, 0.4));
        g.setStroke(FRAME);
        g.drawRect((int) x, (int) y, w, h);
        g.setStroke(new BasicStroke(1));
        g.setColor(Color.BLACK);
        g.setFont(CAPTION);
        g.drawString(cell.number() + " " + cell.example().label(), (int) x, (int) y + h + 15);
        g.drawString(change(cell.value()), (int) x, (int) y + h + 29);
    }

    private static String change(double value) {
        return String.format(Locale.ROOT, "%+.2g", value).replace('-', '−');
    }

    /** As many pixels as make it clear, each of the image's a square of them. */
    private static BufferedImage fine(Example.Image image) {
        int times = Math.max(1, FINE / Math.max(image.width(), image.height()));
        BufferedImage fine =
                new BufferedImage(times * image.width(), times * image.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < fine.getHeight(); row++) {
            for (int column = 0; column < fine.getWidth(); column++) {
                fine.setRGB(column, row, image.rgb()[row / times * image.width() + column / times]);
            }
        }
        return fine;
    }

    /** The words on as many lines as there is room for, an ellipsis at the end where there is not enough. */
    private static List<String> lines(String text, FontMetrics metrics, int width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        if (lines.size() > most) {
            int last = Math.max(1, most) - 1;
            return List.copyOf(lines.subList(0, last + 1).stream()
                    .map(l -> l.equals(lines.get(last)) ? l + " …" : l)
                    .toList());
        }
        return lines;
    }
}
