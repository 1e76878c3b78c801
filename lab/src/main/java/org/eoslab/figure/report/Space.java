package org.eoslab.figure.report;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.Series;

/**
 * Trajectories in three dimensions.
 *
 * @param x label of the first axis
 * @param y label of the second
 * @param z label of the third
 * @param paths the trajectories
 */
public record Space(String x, String y, String z, List<Path> paths) {
    /** The view from which it is drawn flat: azimuth and elevation in radians. */
    private static final double AZIMUTH = Math.toRadians(-55);

    private static final double ELEVATION = Math.toRadians(24);

    /** Room left around the data, as a share of its range. */
    private static final double ROOM = 0.04;

    private static final int TICKS = 5;
    private static final Color GRID = new Color(222, 222, 222);
    private static final Color FRAME = new Color(90, 90, 90);

    /** How far outside the box, which reaches from −1 to 1, the numbers and the names of the axes stand. */
    private static final double NUMBERS = 1.02;

    private static final double NAMES = 1.42;

    /**
     * One trajectory, or one point that matters.
     *
     * @param name its entry in the legend
     * @param x its first coordinates
     * @param y its second
     * @param z its third
     * @param colour in what colour
     * @param mark empty for a line; else what stands at the points, which are drawn as dots
     */
    public record Path(String name, double[] x, double[] y, double[] z, Color colour, String mark) {
        /** Where the mark stands: a letter above its dot, a word to the right. */
        public Plot.Note.Side side() {
            return mark.length() > 1 ? Plot.Note.Side.RIGHT : Plot.Note.Side.ABOVE;
        }

        /** A line. */
        public static Path line(String name, double[] x, double[] y, double[] z, Color colour) {
            return new Path(name, x, y, z, colour, "");
        }

        /** One point, with a mark of a letter or two. */
        public static Path point(String name, double x, double y, double z, Color colour, String mark) {
            return new Path(name, new double[] {x}, new double[] {y}, new double[] {z}, colour, mark);
        }
    }

    /** The orthogonal projection onto a plane: the three axes scaled to the same length, with ticks, over the box's three far sides. */
    public Plot projected(String title) {
        Side[] sides = {side(0), side(1), side(2)};
        Plot plot = Plot.of(title, hidden(-1.75, 1.75), hidden(-1.75, 1.6))
                .with(grid(sides).toArray(Series[]::new))
                .with(words(sides).toArray(Plot.Note[]::new));
        for (Path path : paths) {
            double[] u = new double[path.x.length];
            double[] v = new double[path.x.length];
            for (int i = 0; i < u.length; i++) {
                double[] p = project(sides[0].unit(path.x[i]), sides[1].unit(path.y[i]), sides[2].unit(path.z[i]));
                u[i] = p[0];
                v[i] = p[1];
            }
            if (path.mark.isEmpty()) {
                plot = plot.with(Series.line(path.name, u, v, path.colour));
            } else {
                plot = plot.with(Series.marks(path.name, u, v, path.colour))
                        .with(new Plot.Note(path.mark, u[0], v[0], path.side(), Palette.BLACK));
            }
        }
        return plot;
    }

    private static PlotAxis hidden(double low, double high) {
        return PlotAxis.linear("").between(low, high);
    }

    /** An axis of the box: its ends and its ticks. */
    private record Side(double low, double high, List<BigDecimal> ticks) {
        double unit(double value) {
            return 2 * (value - low) / (high - low) - 1;
        }
    }

    private Side side(int axis) {
        double[] all = paths.stream()
                .flatMapToDouble(p -> DoubleStream.of(axis == 0 ? p.x : axis == 1 ? p.y : p.z))
                .filter(Double::isFinite)
                .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        double room = high > low ? ROOM * (high - low) : 0.5;
        return new Side(low - room, high + room, ticks(low - room, high + room));
    }

    /** The multiples between two numbers of 1, 2 or 5 times a power of ten: the finest of which there are about five. */
    static List<BigDecimal> ticks(double low, double high) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10((high - low) / TICKS)));
        BigDecimal pitch = power;
        for (int digit : new int[] {2, 5, 10}) {
            if ((high - low) / pitch.doubleValue() > TICKS + 2) {
                pitch = power.multiply(BigDecimal.valueOf(digit));
            }
        }
        List<BigDecimal> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(low / pitch.doubleValue()); k <= high / pitch.doubleValue(); k++) {
            ticks.add(pitch.multiply(BigDecimal.valueOf(k)));
        }
        return ticks;
    }

    private static double[] project(double x, double y, double z) {
        double depth = x * Math.sin(AZIMUTH) + y * Math.cos(AZIMUTH);
        return new double[] {
            x * Math.cos(AZIMUTH) - y * Math.sin(AZIMUTH), z * Math.cos(ELEVATION) + depth * Math.sin(ELEVATION)
        };
    }

    /** The lines of the ticks on the floor and on the two far walls, x = −1 and y = 1, and the three edges that have the numbers. */
    private static List<Series> grid(Side[] sides) {
        List<Series> lines = new ArrayList<>();
        for (BigDecimal tick : sides[0].ticks) {
            double u = sides[0].unit(tick.doubleValue());
            lines.add(line(GRID, new double[][] {{u, -1, -1}, {u, 1, -1}, {u, 1, 1}}));
        }
        for (BigDecimal tick : sides[1].ticks) {
            double u = sides[1].unit(tick.doubleValue());
            lines.add(line(GRID, new double[][] {{1, u, -1}, {-1, u, -1}, {-1, u, 1}}));
        }
        for (BigDecimal tick : sides[2].ticks) {
            double u = sides[2].unit(tick.doubleValue());
            lines.add(line(GRID, new double[][] {{-1, -1, u}, {-1, 1, u}, {1, 1, u}}));
        }
        lines.add(line(GRID, new double[][] {{-1, 1, -1}, {-1, 1, 1}}));
        lines.add(line(GRID, new double[][] {{-1, -1, -1}, {-1, 1, -1}, {1, 1, -1}}));
        lines.add(line(GRID, new double[][] {{-1, -1, 1}, {-1, 1, 1}, {1, 1, 1}, {1, 1, -1}}));
        lines.add(line(FRAME, new double[][] {{-1, -1, 1}, {-1, -1, -1}, {1, -1, -1}, {1, 1, -1}}));
        return lines;
    }

    private static Series line(Color colour, double[][] points) {
        double[] u = new double[points.length];
        double[] v = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            double[] p = project(points[i][0], points[i][1], points[i][2]);
            u[i] = p[0];
            v[i] = p[1];
        }
        return Series.hair(u, v, colour);
    }

    /** The numbers at the ticks and the names of the axes. */
    private List<Plot.Note> words(Side[] sides) {
        List<Plot.Note> words = new ArrayList<>();
        for (BigDecimal tick : sides[0].ticks) {
            words.add(word(tick, Plot.Note.Side.BELOW, sides[0].unit(tick.doubleValue()), -NUMBERS, -1));
        }
        for (BigDecimal tick : sides[1].ticks) {
            words.add(word(tick, Plot.Note.Side.BELOW, NUMBERS, sides[1].unit(tick.doubleValue()), -1));
        }
        for (BigDecimal tick : sides[2].ticks) {
            words.add(word(tick, Plot.Note.Side.LEFT, -1, -1, sides[2].unit(tick.doubleValue())));
        }
        words.add(name(x, Plot.Note.Side.BELOW, 0, -NAMES, -1));
        words.add(name(y, Plot.Note.Side.RIGHT, NAMES + 0.06, -0.1, -1));
        words.add(name(z, Plot.Note.Side.ABOVE, -1, -1, NUMBERS));
        return words;
    }

    private static Plot.Note word(BigDecimal number, Plot.Note.Side side, double x, double y, double z) {
        return name(number.toPlainString().replace('-', '−'), side, x, y, z);
    }

    private static Plot.Note name(String text, Plot.Note.Side side, double x, double y, double z) {
        double[] p = project(x, y, z);
        return new Plot.Note(text, p[0], p[1], side, Palette.BLACK);
    }
}
