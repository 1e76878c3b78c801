package org.eoslab.plot.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import org.eoslab.plot.ColourScale;
import org.eoslab.plot.HeatMap;
import org.eoslab.plot.PlotAxis;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** A heat map as a chart: a box a cell, neighbours of one colour as one box, so that cells may differ in size. */
final class HeatMapChart {
    private static final int BAR_WIDTH = 16;
    private static final int BAR_STEPS = 128;
    /** In the cell's own colour: rounding to pixels leaves no seam to the next. */
    private static final BasicStroke OUTLINE = new BasicStroke(0.6f);

    private HeatMapChart() {}

    static JFreeChart of(HeatMap map) {
        XYPlot plot = Axes.plot(map.x(), map.y());
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        XYLineAndShapeRenderer cells = new XYLineAndShapeRenderer();
        plot.setRenderer(cells);
        for (int row = 0; row < map.values().length; row++) {
            addRow(map, row, cells);
        }
        LegendItemCollection legend = new LegendItemCollection();
        if (map.scale() instanceof ColourScale.Categories categories) {
            for (int i = 0; i < categories.names().size(); i++) {
                legend.add(
                        Axes.box(categories.names().get(i), categories.colours().get(i)));
            }
        }
        JFreeChart chart = Axes.chart(map, plot, legend);
        chart.setAntiAlias(false); // or seams show between cells
        chart.setTextAntiAlias(true);
        if (map.scale() instanceof ColourScale.Continuous scale) {
            chart.addSubtitle(bar(scale));
        }
        return chart;
    }

    private static void addRow(HeatMap map, int row, XYLineAndShapeRenderer cells) {
        double[] values = map.values()[row];
        int from = 0;
        for (int column = 1; column <= values.length; column++) {
            Color colour = map.scale().colour(values[from]);
            if (column == values.length || !map.scale().colour(values[column]).equals(colour)) {
                cells.addAnnotation(
                        new XYBoxAnnotation(
                                map.xEdges()[from],
                                map.yEdges()[row],
                                map.xEdges()[column],
                                map.yEdges()[row + 1],
                                OUTLINE,
                                colour,
                                colour),
                        Layer.BACKGROUND);
                from = column;
            }
        }
    }

    private static PaintScaleLegend bar(ColourScale.Continuous scale) {
        PaintScaleLegend bar = new PaintScaleLegend(new Paints(scale), Axes.of(shown(scale.axis())));
        bar.setPosition(RectangleEdge.RIGHT);
        bar.setAxisLocation(AxisLocation.TOP_OR_RIGHT);
        bar.setStripWidth(BAR_WIDTH);
        bar.setSubdivisionCount(BAR_STEPS);
        bar.setStripOutlineVisible(false);
        bar.setPadding(new RectangleInsets(8, 4, 50, 8));
        bar.setBackgroundPaint(null);
        return bar;
    }

    /** JFreeChart divides a bar evenly, so a logarithmic one shows logarithms. */
    private static PlotAxis shown(PlotAxis axis) {
        return axis.log()
                ? PlotAxis.linear("log₁₀ " + axis.label()).between(Math.log10(axis.low()), Math.log10(axis.high()))
                : axis;
    }

    /** The bar's colours as JFreeChart asks for them. */
    private record Paints(ColourScale.Continuous scale) implements PaintScale {
        @Override
        public double getLowerBound() {
            return shown(scale.axis()).low();
        }

        @Override
        public double getUpperBound() {
            return shown(scale.axis()).high();
        }

        @Override
        public Paint getPaint(double value) {
            return scale.colour(scale.axis().log() ? Math.pow(10, value) : value);
        }
    }
}
