package org.eoslab.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;

/**
 * The events of a run, found as it goes: crossings of the stability threshold, and cycles of progressive sharpening and
 * self-stabilisation.
 *
 * <p>The loss spikes of its cycles are of every step that has a loss, whether its curvature was read or not.
 *
 * <p>It follows one curvature (the sharpness, unless the model names another) and one coordinate that turns with
 * it (the same, unless the model names another); one that starts negative is followed as its mirror image. Rows without a reading (NaN) are passed over. A cycle counts when its trough is lower than its peak by
 * more than rounding, which leaves out the jitter of a run that has converged. A step that it has seen is passed over, so that a
 * resumed run continues the timeline it left.
 */
public final class Timeline implements Observer {
    /** The least part of its peak by which a cycle is deep: a thousand ulps, far above what rounding makes of a constant, far below any cycle. */
    public static final double JITTER = 0x1p-42;

    private final Dynamics dynamics;
    private final int curvatureColumn;
    private final int turnColumn;
    private final int lossColumn;
    private final List<Long> crossUp = new ArrayList<>();
    private final List<Long> crossDown = new ArrayList<>();
    private final List<Cycle> cycles = new ArrayList<>();
    private boolean started;
    private boolean above;
    private boolean rising = true;
    private boolean mirrored;
    private double previousTurn;
    private double previousCurvature;
    private long previousStep;
    private long cycleStart;
    private long peak = -1;
    private double peakCurvature;
    private double lowestLoss = Double.POSITIVE_INFINITY;
    private double spike;
    /** The spike as it was at the last reading, where a cycle may turn out to have ended. */
    private double spikeThen;
    /** The same as of the loss and its spike, of the steps after that reading only, which are of the next cycle then. */
    private double lowestSince = Double.POSITIVE_INFINITY;

    private double spikeSince;
    private double threshold;

    /**
     * A timeline of a run with these columns.
     *
     * @param dynamics gives the threshold
     * @param columns the run's column names
     * @param curvature the column compared with the threshold
     * @param turn the column whose turns bound the cycles
     */
    public Timeline(Dynamics dynamics, List<String> columns, String curvature, String turn) {
        this.dynamics = dynamics;
        this.curvatureColumn = columns.indexOf(curvature);
        this.turnColumn = columns.indexOf(turn);
        this.lossColumn = columns.indexOf("loss");
        if (curvatureColumn < 0 || turnColumn < 0 || lossColumn < 0) {
            throw new IllegalArgumentException("columns " + columns + " lack " + curvature + ", " + turn + " or loss");
        }
    }

    /**
     * A timeline of a simulation by the roles of its columns: of the preconditioned sharpness where the rule preconditions or a probe measures one, of the
     * sharpness otherwise.
     *
     * @throws IllegalArgumentException when no probe measures it, or the loss
     */
    public static Timeline of(Simulation simulation) {
        boolean other = simulation.dynamics().preconditions()
                || simulation.columns().stream().anyMatch(c -> c.role() == Column.Role.PRECONDITIONED_SHARPNESS);
        Column.Role role = other ? Column.Role.PRECONDITIONED_SHARPNESS : Column.Role.SHARPNESS;
        String curvature = simulation.columns().stream()
                .filter(column -> column.role() == role)
                .map(Column::name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no probe measures the sharpness of " + simulation.names() + ": add a SharpnessProbe"));
        return new Timeline(simulation.dynamics(), simulation.names(), curvature, curvature);
    }

    @Override
    public boolean observe(State state, double[] row) {
        if (started && state.step() <= previousStep) {
            return true;
        }
        double curvature = row[curvatureColumn];
        // A step seen twice, between two readings, changes nothing the second time.
        noteLoss(row[lossColumn]);
        if (!Double.isNaN(curvature)) {
            mirrored |= !started && turnColumn != curvatureColumn && row[turnColumn] < 0;
            note(state, curvature, mirrored ? -row[turnColumn] : row[turnColumn]);
        }
        return true;
    }

    private void noteLoss(double loss) {
        if (loss > lowestLoss) {
            spike = Math.max(spike, loss - lowestLoss);
        } else if (loss < lowestLoss) {
            lowestLoss = loss;
        }
        if (loss > lowestSince) {
            spikeSince = Math.max(spikeSince, loss - lowestSince);
        } else if (loss < lowestSince) {
            lowestSince = loss;
        }
    }

    private void note(State state, double curvature, double turn) {
        long step = state.step();
        threshold = dynamics.stabilityThreshold(state);
        boolean nowAbove = curvature > threshold;
        if (nowAbove != above) {
            above = nowAbove;
            (nowAbove ? crossUp : crossDown).add(step);
        }
        if (!started) {
            started = true;
            beginCycle(step);
        } else {
            boolean nowRising = turn > previousTurn;
            if (rising && !nowRising && peakCurvature < previousCurvature) {
                peak = previousStep;
                peakCurvature = previousCurvature;
            } else if (!rising && nowRising) {
                endCycle();
            }
            rising = nowRising;
        }
        spikeThen = spike;
        lowestSince = Double.POSITIVE_INFINITY;
        spikeSince = 0;
        previousTurn = turn;
        previousCurvature = curvature;
        previousStep = step;
    }

    private void endCycle() {
        if (peakCurvature - previousCurvature > JITTER * peakCurvature) {
            cycles.add(new Cycle(cycleStart, peak, previousStep, peakCurvature, previousCurvature, spikeThen));
            beginCycle(previousStep);
        }
    }

    private void beginCycle(long step) {
        cycleStart = step;
        peak = -1;
        peakCurvature = Double.NEGATIVE_INFINITY;
        lowestLoss = lowestSince;
        spike = spikeSince;
    }

    /** The stability threshold at the last step seen. */
    public double threshold() {
        return threshold;
    }

    /** Whether there is a threshold to cross: a flow has none, it is infinite. */
    public boolean hasThreshold() {
        return !Double.isInfinite(threshold);
    }

    /** T₁: the first step above the threshold, or −1. */
    public long firstCrossing() {
        return crossUp.isEmpty() ? -1 : crossUp.get(0);
    }

    /** Each first step above the threshold; step 0 counts when the run starts there. */
    public List<Long> crossUp() {
        return Collections.unmodifiableList(crossUp);
    }

    /** Each first step back at or below the threshold. */
    public List<Long> crossDown() {
        return Collections.unmodifiableList(crossDown);
    }

    /** The complete cycles. */
    public List<Cycle> cycles() {
        return Collections.unmodifiableList(cycles);
    }

    /** Everything it knows, for a checkpoint; {@link #restore} takes it back. */
    public double[] memory() {
        DoubleStream scalars = DoubleStream.of(
                started ? mirrored ? -1 : 1 : 0,
                above ? 1 : 0,
                rising ? 1 : 0,
                previousTurn,
                previousCurvature,
                previousStep,
                cycleStart,
                peak,
                peakCurvature,
                lowestLoss,
                spike,
                spikeThen,
                lowestSince,
                spikeSince,
                threshold,
                crossUp.size(),
                crossDown.size());
        DoubleStream crossings = DoubleStream.concat(
                crossUp.stream().mapToDouble(Long::doubleValue),
                crossDown.stream().mapToDouble(Long::doubleValue));
        DoubleStream rounds = cycles.stream()
                .flatMapToDouble(c -> DoubleStream.of(
                        c.start(), c.peak(), c.end(), c.peakSharpness(), c.troughSharpness(), c.lossSpike()));
        return DoubleStream.concat(DoubleStream.concat(scalars, crossings), rounds)
                .toArray();
    }

    /** Goes back to what {@link #memory} wrote down; nothing was written down where nobody followed the run. */
    public void restore(double[] memory) {
        if (memory.length == 0) {
            return;
        }
        PrimitiveIterator.OfDouble next = DoubleStream.of(memory).iterator();
        double start = next.nextDouble();
        started = start != 0;
        mirrored = start < 0;
        above = next.nextDouble() != 0;
        rising = next.nextDouble() != 0;
        previousTurn = next.nextDouble();
        previousCurvature = next.nextDouble();
        previousStep = (long) next.nextDouble();
        cycleStart = (long) next.nextDouble();
        peak = (long) next.nextDouble();
        peakCurvature = next.nextDouble();
        lowestLoss = next.nextDouble();
        spike = next.nextDouble();
        spikeThen = next.nextDouble();
        lowestSince = next.nextDouble();
        spikeSince = next.nextDouble();
        threshold = next.nextDouble();
        int ups = (int) next.nextDouble();
        int downs = (int) next.nextDouble();
        crossUp.clear();
        crossDown.clear();
        cycles.clear();
        for (int i = 0; i < ups; i++) {
            crossUp.add((long) next.nextDouble());
        }
        for (int i = 0; i < downs; i++) {
            crossDown.add((long) next.nextDouble());
        }
        while (next.hasNext()) {
            cycles.add(new Cycle(
                    (long) next.nextDouble(),
                    (long) next.nextDouble(),
                    (long) next.nextDouble(),
                    next.nextDouble(),
                    next.nextDouble(),
                    next.nextDouble()));
        }
    }
}
