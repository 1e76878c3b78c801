package org.eoslab.sweep.border;

import java.util.List;
import org.eoslab.experiment.InputException;
import org.eoslab.sweep.Axis;
import org.eoslab.sweep.Sweep;

/**
 * The borders of a column of a sweep with two interval axes.
 *
 * @param sweep the sweep; its grid is not used
 * @param column the column whose values are the labels, such as {@code regime}
 */
public record SweepBorder(Sweep sweep, String column) {
    /** Checks that there are two interval axes. */
    public SweepBorder {
        if (sweep.axes().size() != 2 || !sweep.axes().stream().allMatch(a -> a instanceof Axis.Interval)) {
            throw new InputException("border: needs a sweep with exactly two axes, each with from and to");
        }
    }

    /** The labels at points of the unit square. */
    public BorderSearch.Labels labels() {
        return points -> sweep
                .rowsAt(points.stream()
                        .map(p -> new Object[] {
                            sweep.axes().get(0).at(p[0]), sweep.axes().get(1).at(p[1])
                        })
                        .toList())
                .column(column)
                .values()
                .stream()
                .map(String::valueOf)
                .toList();
    }

    /** The place of a border point on the sweep's axes. */
    public double[] place(BorderPoint point) {
        return new double[] {
            ((Number) sweep.axes().get(0).at(point.u())).doubleValue(),
            ((Number) sweep.axes().get(1).at(point.v())).doubleValue()
        };
    }

    /** Traces the borders. */
    public List<BorderPoint> trace(BorderSearch search) {
        return search.trace(labels());
    }
}
