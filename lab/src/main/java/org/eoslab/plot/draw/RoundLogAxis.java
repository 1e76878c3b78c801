package org.eoslab.plot.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis of up to three decades, with its ticks at 1, 2 and 5 times a power of ten; JFreeChart's would be at 10^-0.3. */
final class RoundLogAxis extends LogAxis {
    private static final long serialVersionUID = 1L;
    private static final int[] ROUND = {1, 2, 5};

    RoundLogAxis(String label) {
        super(label);
    }

    @Override
    protected List<NumberTick> refreshTicksHorizontal(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        return ticks(TextAnchor.TOP_CENTER);
    }

    @Override
    protected List<NumberTick> refreshTicksVertical(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        return ticks(TextAnchor.CENTER_RIGHT);
    }

    private List<NumberTick> ticks(TextAnchor anchor) {
        List<NumberTick> ticks = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(getLowerBound()));
        int last = (int) Math.ceil(Math.log10(getUpperBound()));
        for (int power = first; power <= last; power++) {
            for (int digit : ROUND) {
                BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
                if (getRange().contains(value.doubleValue())) {
                    ticks.add(new NumberTick(
                            TickType.MAJOR, value.doubleValue(), label(value), anchor, TextAnchor.CENTER, 0));
                }
            }
        }
        return ticks;
    }

    /** Plain near 1, as a power of ten far from it. */
    private static String label(BigDecimal value) {
        double size = Math.log10(value.doubleValue());
        return size >= -4 && size < 6 ? value.toPlainString() : value.unscaledValue() + "e" + -value.scale();
    }
}
