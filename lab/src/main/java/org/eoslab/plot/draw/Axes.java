package org.eoslab.plot.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import org.eoslab.plot.Panel;
import org.eoslab.plot.PlotAxis;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/** What all charts look alike in: axes, frame, fonts, legend. */
final class Axes {
    static final Color FRAME = new Color(90, 90, 90);
    private static final Color GRID = new Color(120, 120, 120, 60);
    /** Room for the vertical axis, the same in every panel, so that panels below each other are aligned. */
    private static final double VERTICAL_AXIS_WIDTH = 84;

    /** Decades up to which a logarithmic axis has its ticks at 1, 2 and 5 times a power of ten. */
    private static final int ROUND = 3;

    static {
        TextUtils.setUseDrawRotatedStringWorkaround(false); // which draws outlines, so that SVG would hold no text
    }

    private Axes() {}

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** An axis of the chart that shows {@code axis}, whose ends are both known. */
    static ValueAxis of(PlotAxis axis) {
        ValueAxis result;
        if (axis.log()) {
            double decades = Math.log10(axis.high() / axis.low());
            LogAxis log = decades > ROUND ? new LogAxis(axis.label()) : new RoundLogAxis(axis.label());
            log.setBaseSymbol("10");
            log.setMinorTickMarksVisible(decades < 8);
            log.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
            result = log;
        } else {
            NumberAxis number = new NumberAxis(axis.label());
            number.setAutoRangeIncludesZero(false);
            result = number;
        }
        // A tick at the very end of a logarithmic axis would be lost to rounding.
        double room = axis.log() ? 1e-9 : 0;
        result.setRange(axis.low() * (1 - room), axis.high() * (1 + room));
        result.setLabelFont(font(Font.PLAIN, 14));
        result.setTickLabelFont(font(Font.PLAIN, 12));
        result.setAxisLinePaint(FRAME);
        result.setTickMarkPaint(FRAME);
        result.setTickLabelsVisible(measures(axis));
        result.setTickMarksVisible(measures(axis));
        return result;
    }

    /** Whether the axis means anything: one without a label is a direction of a projection, and its numbers are left out. */
    private static boolean measures(PlotAxis axis) {
        return !axis.label().isEmpty();
    }

    /** A plot between two axes, with nothing on it. */
    static XYPlot plot(PlotAxis x, PlotAxis y) {
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(of(x));
        ValueAxis range = of(y);
        range.setFixedDimension(VERTICAL_AXIS_WIDTH);
        plot.setRangeAxis(range);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(FRAME);
        Stroke thin = new BasicStroke(0.6f);
        plot.setDomainGridlinePaint(GRID);
        plot.setDomainGridlineStroke(thin);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(thin);
        plot.setDomainGridlinesVisible(measures(x));
        plot.setRangeGridlinesVisible(measures(y));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(4, 4, 2, 18));
        return plot;
    }

    /** The plot with its panel's title, and below it the legend, on as many lines as it needs. */
    static JFreeChart chart(Panel panel, XYPlot plot, LegendItemCollection entries) {
        JFreeChart chart =
                new JFreeChart(panel.title().isEmpty() ? null : panel.title(), font(Font.BOLD, 15), plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(4, 4, 6, 4));
        if (entries.getItemCount() > 0) {
            FlowArrangement flow = new FlowArrangement(HorizontalAlignment.CENTER, VerticalAlignment.CENTER, 14, 2);
            LegendTitle legend = new LegendTitle(() -> entries, flow, flow);
            legend.setPosition(RectangleEdge.BOTTOM);
            legend.setItemFont(font(Font.PLAIN, 13));
            legend.setFrame(BlockBorder.NONE);
            legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 2));
            chart.addLegend(legend);
        }
        return chart;
    }

    /** A filled box in the legend. */
    static LegendItem box(String name, Paint colour) {
        Shape box = new Rectangle2D.Double(-8, -6, 16, 12);
        return new LegendItem(name, null, null, null, box, colour, new BasicStroke(0.6f), Color.GRAY);
    }
}
