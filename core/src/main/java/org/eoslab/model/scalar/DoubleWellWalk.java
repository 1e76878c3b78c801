package org.eoslab.model.scalar;

import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.dense.Symmetric3;
import org.eoslab.sweep.kernel.Walk;

/** Gradient descent in the double well: one parameter, and readings that are all exact. */
final class DoubleWellWalk implements Walk {
    private final DoubleWell well;
    private final double mu;
    private final double eta;
    private double x;
    private double time;
    private long steps;

    /** Of gradient descent with a constant step size on a double well, from {@code start}, which is not modified. */
    DoubleWellWalk(GradientDescent dynamics, State start) {
        this.well = (DoubleWell) dynamics.objective();
        this.mu = well.mu();
        this.eta = dynamics.stepSize().eta(start);
        this.x = start.parameters()[0];
    }

    @Override
    public boolean step() {
        double next = x + -eta * (x * (x * x - mu));
        if (!(next * 0 == 0)) {
            return false;
        }
        x = next;
        time += eta;
        steps++;
        return true;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public void rest(long last) {
        if (x + -eta * (x * (x * x - mu)) == x) {
            while (steps < last) {
                time += eta;
                steps++;
            }
        }
    }

    @Override
    public double sharpness() {
        return Symmetric3.scaled(3 * x * x - mu);
    }

    @Override
    public double error() {
        return 0;
    }

    @Override
    public double exact(Point point, double reading) {
        return reading;
    }

    @Override
    public void keep(Point from, Point to) {}

    @Override
    public double loss() {
        double r = x * x - mu;
        return 0.25 * r * r;
    }

    @Override
    public double threshold() {
        return 2 / eta;
    }

    @Override
    public State end() {
        return new State(new double[] {x}, new double[0], steps, time);
    }
}
