package org.eoslab.plot.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.eoslab.plot.Band;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.Series;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYPointerAnnotation;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepAreaRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;

/** A plot of series and bands as a chart. */
final class PlotChart {
    /** Room left around the data, as a share of its range. */
    private static final double ROOM_X = 0.01;

    private static final double ROOM_Y = 0.05;
    private static final float LINE_WIDTH = 1.5f;
    private static final float BROAD_WIDTH = 5;
    private static final float HAIR_WIDTH = 0.8f;
    private static final double DOT = 4;
    private static final Color INVISIBLE = new Color(0, 0, 0, 0);
    /** Pixels between a point and the words beside it. */
    private static final double DISTANCE = 6;

    private static final double MARK = 9;
    private static final double SPECK = 1;

    private PlotChart() {}

    /** The chart, over so many columns of pixels. */
    static JFreeChart of(Plot panel, int columns) {
        List<Series> shown = panel.series().stream()
                .map(s -> shown(s, panel.x(), panel.y(), columns))
                .toList();
        PlotAxis x = range(panel.x(), shown.stream().map(Series::x).toList(), ROOM_X);
        PlotAxis y = range(panel.y(), shown.stream().map(Series::y).toList(), ROOM_Y);
        XYPlot plot = Axes.plot(x, y);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        LegendItemCollection legend = new LegendItemCollection();
        for (int i = 0; i < shown.size(); i++) {
            Series series = shown.get(i);
            DefaultXYDataset data = new DefaultXYDataset();
            data.addSeries(series.name(), new double[][] {series.x(), series.y()});
            plot.setDataset(i, data);
            plot.setRenderer(i, renderer(series));
            if (!series.name().isEmpty()) {
                legend.add(entry(series));
            }
        }
        for (Band band : panel.bands()) {
            for (double[] interval : band.intervals()) {
                IntervalMarker marker = new IntervalMarker(interval[0], interval[1], band.colour());
                marker.setAlpha(1);
                plot.addDomainMarker(marker, Layer.BACKGROUND);
            }
            legend.add(Axes.box(band.name(), band.colour()));
        }
        panel.notes().forEach(note -> plot.addAnnotation(words(note)));
        return Axes.chart(panel, plot, legend);
    }

    /** The words beside their point, as a pointer without its arrow: of JFreeChart's annotations the one that keeps a distance in pixels. */
    private static XYPointerAnnotation words(Plot.Note note) {
        double angle =
                switch (note.side()) {
                    case ABOVE -> -Math.PI / 2;
                    case BELOW -> Math.PI / 2;
                    case LEFT -> Math.PI;
                    case RIGHT -> 0;
                };
        TextAnchor anchor =
                switch (note.side()) {
                    case ABOVE -> TextAnchor.BOTTOM_CENTER;
                    case BELOW -> TextAnchor.TOP_CENTER;
                    case LEFT -> TextAnchor.CENTER_RIGHT;
                    case RIGHT -> TextAnchor.CENTER_LEFT;
                };
        XYPointerAnnotation words = new XYPointerAnnotation(note.text(), note.x(), note.y(), angle);
        words.setTextAnchor(anchor);
        words.setArrowPaint(INVISIBLE);
        words.setArrowLength(0);
        words.setArrowWidth(0);
        words.setTipRadius(0);
        words.setBaseRadius(0);
        words.setLabelOffset(DISTANCE);
        words.setFont(Axes.font(Font.PLAIN, 13));
        words.setPaint(note.colour());
        return words;
    }

    /** The points that the axes can show, a line thinned. */
    private static Series shown(Series series, PlotAxis xAxis, PlotAxis yAxis, int columns) {
        int n = series.x().length;
        double[] xs = new double[n];
        double[] ys = new double[n];
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if (xAxis.shows(series.x()[i]) && reaches(series, i, xAxis)) {
                xs[kept] = series.x()[i];
                ys[kept++] = yAxis.shows(series.y()[i]) ? series.y()[i] : Double.NaN;
            }
        }
        Series visible = new Series(
                series.name(), Arrays.copyOf(xs, kept), Arrays.copyOf(ys, kept), series.style(), series.colour());
        return series.style().isLine() ? LineThinning.thin(visible, columns, xAxis.log()) : visible;
    }

    /** Whether a point is between the axis' ends, or a line goes from it to what is. */
    private static boolean reaches(Series series, int i, PlotAxis axis) {
        double[] x = series.x();
        int from = series.style().isLine() ? Math.max(0, i - 1) : i;
        int to = series.style().isLine() ? Math.min(x.length - 1, i + 1) : i;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = from; k <= to; k++) {
            least = Math.min(least, x[k]);
            most = Math.max(most, x[k]);
        }
        return !(most < axis.low()) && !(least > axis.high());
    }

    /** The axis with both ends, from the data where they are not given, with room beyond in proportion to what is shown. */
    private static PlotAxis range(PlotAxis axis, List<double[]> data, double room) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] values : data) {
            for (double v : values) {
                low = v < low ? v : low;
                high = v > high ? v : high;
            }
        }
        if (low > high) { // nothing to show
            low = axis.log() ? 0.1 : 0;
            high = 1;
        }
        boolean lowGiven = !Double.isNaN(axis.low());
        boolean highGiven = !Double.isNaN(axis.high());
        double from = lowGiven ? axis.low() : low;
        double to = highGiven ? axis.high() : high;
        if (axis.log()) {
            double margin = to > from ? room * (Math.log(to) - Math.log(from)) : 1;
            return axis.between(
                    lowGiven ? from : Math.max(Double.MIN_NORMAL, from * Math.exp(-margin)),
                    highGiven ? to : Math.min(Double.MAX_VALUE, to * Math.exp(margin)));
        }
        double margin = to > from ? room * (to - from) : Math.max(1e-12, 0.05 * Math.abs(to));
        return axis.between(lowGiven ? from : from - margin, highGiven ? to : to + margin);
    }

    private static XYItemRenderer renderer(Series series) {
        if (series.style() == Series.Style.STEPS) {
            XYStepAreaRenderer steps = new XYStepAreaRenderer();
            steps.setSeriesPaint(0, series.colour());
            return steps;
        }
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(
                series.style().isLine(), !series.style().isLine());
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, series.colour());
        renderer.setSeriesStroke(0, stroke(series));
        renderer.setSeriesShape(0, dot(size(series.style())));
        return renderer;
    }

    private static double size(Series.Style style) {
        return switch (style) {
            case SPECKS -> SPECK;
            case MARKS -> MARK;
            default -> DOT;
        };
    }

    private static Shape dot(double size) {
        return size == SPECK
                ? new Rectangle2D.Double(-size / 2, -size / 2, size, size)
                : new Ellipse2D.Double(-size / 2, -size / 2, size, size);
    }

    private static BasicStroke stroke(Series series) {
        return switch (series.style()) {
            case DASHED ->
                new BasicStroke(LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 5}, 0);
            case BROAD -> new BasicStroke(BROAD_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case HAIR -> new BasicStroke(HAIR_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            default -> new BasicStroke(LINE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        };
    }

    private static LegendItem entry(Series series) {
        if (series.style() == Series.Style.STEPS) {
            return Axes.box(series.name(), series.colour());
        }
        return series.style().isLine()
                ? new LegendItem(
                        series.name(),
                        null,
                        null,
                        null,
                        new Line2D.Double(-14, 0, 14, 0),
                        stroke(series),
                        series.colour())
                : new LegendItem(
                        series.name(), null, null, null, dot(Math.max(6, size(series.style()))), series.colour());
    }
}
