package org.eoslab.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.eoslab.plot.Axis;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
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

    /** One trajectory; {@code markers} draws its points as dots instead of a line. */
    public record Path(String name, double[] x, double[] y, double[] z, Color colour, boolean markers) {}

    /** The orthogonal projection onto a plane, the three axes scaled to the same length and drawn as a frame. */
    Plot projected(String title) {
        double[][] ranges = {range(0), range(1), range(2)};
        Plot plot = Plot.of(title, hidden(), hidden()).with(frame(ranges).toArray(Series[]::new));
        for (Path path : paths) {
            double[] u = new double[path.x.length];
            double[] v = new double[path.x.length];
            for (int i = 0; i < u.length; i++) {
                double[] p =
                        project(unit(path.x[i], ranges[0]), unit(path.y[i], ranges[1]), unit(path.z[i], ranges[2]));
                u[i] = p[0];
                v[i] = p[1];
            }
            plot = plot.with(
                    path.markers
                            ? Series.dots(path.name, u, v, path.colour)
                            : Series.line(path.name, u, v, path.colour));
        }
        return plot;
    }

    private static Axis hidden() {
        return Axis.linear("");
    }

    private double[] range(int axis) {
        double[] all = paths.stream()
                .flatMapToDouble(p -> DoubleStream.of(axis == 0 ? p.x : axis == 1 ? p.y : p.z))
                .filter(Double::isFinite)
                .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        return new double[] {low, high > low ? high : low + 1};
    }

    private static double unit(double value, double[] range) {
        return 2 * (value - range[0]) / (range[1] - range[0]) - 1;
    }

    private static double[] project(double x, double y, double z) {
        double depth = x * Math.sin(AZIMUTH) + y * Math.cos(AZIMUTH);
        return new double[] {
            x * Math.cos(AZIMUTH) - y * Math.sin(AZIMUTH), z * Math.cos(ELEVATION) + depth * Math.sin(ELEVATION)
        };
    }

    /** The three edges of the box that meet in its lower front corner, each named with its range. */
    private List<Series> frame(double[][] ranges) {
        String[] names = {x, y, z};
        double[][] ends = {{1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
        double[] corner = project(-1, -1, -1);
        List<Series> edges = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double[] end = project(ends[i][0], ends[i][1], ends[i][2]);
            String label = String.format("%s: %.4g … %.4g", names[i], ranges[i][0], ranges[i][1]);
            edges.add(Series.dashed(
                    label,
                    new double[] {corner[0], end[0]},
                    new double[] {corner[1], end[1]},
                    Palette.tint(Palette.LINES.get(i), 0.6)));
        }
        return edges;
    }
}
