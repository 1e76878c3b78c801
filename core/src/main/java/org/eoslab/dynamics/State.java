package org.eoslab.dynamics;

import org.eoslab.linalg.EigenPairs;
import org.eoslab.objective.Objective;

/**
 * Everything that evolves in a run, and nothing else: written down it is a checkpoint, and a run resumed from it gives the
 * same bits. Owned by one thread.
 */
public final class State {
    private final double[] parameters;
    private final double[] memory;
    private final double[] gradient;
    private long step;
    private double time;
    private Curvature curvature;
    private boolean evaluated;
    private double loss;

    /** A state at step 0 and time 0; both arrays are kept, not copied. */
    public State(double[] parameters, double[] memory) {
        this(parameters, memory, 0, 0, Curvature.NONE);
    }

    /**
     * A state as a checkpoint holds it.
     *
     * @param parameters w, kept
     * @param memory what the dynamics remembers besides w (its class says what), kept
     * @param step steps taken
     * @param time Σ η over those steps
     * @param curvature the last reading of the curvature, from which the next one starts
     */
    public State(double[] parameters, double[] memory, long step, double time, Curvature curvature) {
        this.parameters = parameters;
        this.memory = memory;
        this.gradient = new double[parameters.length];
        this.step = step;
        this.time = time;
        this.curvature = curvature;
    }

    /** The parameters w themselves, not a copy; whoever writes to them calls {@link #advance} after. */
    public double[] parameters() {
        return parameters;
    }

    /** What the dynamics remembers besides the parameters; its class says what. */
    public double[] memory() {
        return memory;
    }

    /** Steps taken. */
    public long step() {
        return step;
    }

    /** Time Σ η, the clock on which discrete and continuous dynamics compare. */
    public double time() {
        return time;
    }

    /** The last reading of the curvature: the warm start of the next one. */
    public Curvature curvature() {
        return curvature;
    }

    /** The Hessian's eigenpairs of the last reading. */
    public EigenPairs eigenPairs() {
        return curvature.hessian();
    }

    /** Keeps a reading for the next one. */
    public void remember(Curvature reading) {
        curvature = reading;
    }

    /** Keeps the Hessian's eigenpairs at this step for the next reading. */
    public void remember(EigenPairs pairs) {
        curvature = new Curvature(step, pairs, EigenPairs.NONE, false);
    }

    /** L(w), computed with the gradient at most once a step. */
    public double loss(Objective objective) {
        evaluate(objective);
        return loss;
    }

    /** ∇L(w), computed at most once a step; the state's own array, not to be written to. */
    public double[] gradient(Objective objective) {
        evaluate(objective);
        return gradient;
    }

    private void evaluate(Objective objective) {
        if (!evaluated) {
            loss = objective.gradient(parameters, gradient);
            evaluated = true;
        }
    }

    /** Says that the parameters have taken a step of size {@code eta}. */
    public void advance(double eta) {
        step++;
        time += eta;
        evaluated = false;
    }

    /** Whether every parameter is a finite number. */
    public boolean isFinite() {
        double sum = 0;
        for (double w : parameters) {
            sum += w * 0;
        }
        return sum == 0;
    }

    /** An independent copy. */
    public State copy() {
        return new State(parameters.clone(), memory.clone(), step, time, curvature);
    }
}
