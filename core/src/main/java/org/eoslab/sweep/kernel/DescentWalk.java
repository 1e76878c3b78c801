package org.eoslab.sweep.kernel;

import java.util.Arrays;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.Schedule;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.dense.TopEigenvalue;
import org.eoslab.objective.Objective;
import org.eoslab.objective.SharpnessEstimate;
import org.jspecify.annotations.Nullable;

/** Gradient descent on any loss of few parameters, by the steps of the single run; estimates where the loss has them. */
public final class DescentWalk implements Walk {
    /** How far the reading of a single run may be from an estimate, relatively: the estimate's error and as much for its own. */
    private static final double ERROR = 2 * SharpnessEstimate.ERROR;

    /** Estimates within these bounds are far from overflow and underflow. */
    private static final double SMALLEST = 0x1p-400;

    private static final double LARGEST = 0x1p400;

    /** Exact readings that are remembered: those of an orbit of period four. */
    private static final int MEMORY = 4;

    private final GradientDescent dynamics;
    private final Objective objective;
    private final @Nullable SharpnessEstimate estimate;
    private final TopEigenvalue top;
    private final State state;
    private final double[][] points = new double[Point.values().length][];
    private final double[] now;
    private final double[] previous;
    private final double[][] readAt = new double[MEMORY][0];
    private final double[] readings = new double[MEMORY];
    private double timeBefore;
    private double last = Double.NaN;
    private int newest;

    /** From {@code start}, which is not modified. */
    public DescentWalk(GradientDescent dynamics, State start) {
        this.dynamics = dynamics;
        this.objective = dynamics.objective();
        this.estimate = objective instanceof SharpnessEstimate quick ? quick : null;
        this.state = start.copy();
        this.now = state.parameters();
        this.previous = now.clone();
        this.top = new TopEigenvalue(now.length);
        Arrays.setAll(points, i -> new double[now.length]);
        points[Point.NOW.ordinal()] = now;
        points[Point.PREVIOUS.ordinal()] = previous;
    }

    @Override
    public boolean step() {
        copy(now, previous);
        timeBefore = state.time();
        dynamics.step(state);
        return state.isFinite();
    }

    @Override
    public long steps() {
        return state.step();
    }

    @Override
    public void rest(long last) {
        if (dynamics.stepSize().schedule() instanceof Schedule.Constant constant && Arrays.equals(now, previous)) {
            while (state.step() < last) {
                state.advance(constant.eta(state.step()));
            }
        }
    }

    @Override
    public double sharpness() {
        double quick = estimate == null ? Double.NaN : estimate.sharpness(now, last);
        last = quick > SMALLEST && quick < LARGEST ? quick : exact(Point.NOW, Double.NaN);
        return last;
    }

    @Override
    public double error() {
        return ERROR;
    }

    /** A run at rest, or on a short orbit, comes back to the same points. */
    @Override
    public double exact(Point point, double reading) {
        double[] w = points[point.ordinal()];
        for (int i = 0; i < MEMORY; i++) {
            if (Arrays.equals(readAt[i], w)) {
                return readings[i];
            }
        }
        newest = (newest + 1) % MEMORY;
        readings[newest] = top.of(objective.hessian(w));
        readAt[newest] = w.clone();
        return readings[newest];
    }

    @Override
    public void keep(Point from, Point to) {
        copy(points[from.ordinal()], points[to.ordinal()]);
    }

    private static void copy(double[] from, double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] = from[i];
        }
    }

    @Override
    public double loss() {
        return state.loss(objective);
    }

    @Override
    public double threshold() {
        return dynamics.stabilityThreshold(state);
    }

    @Override
    public State end() {
        return state.isFinite() ? state : new State(previous, new double[0], state.step() - 1, timeBefore);
    }
}
