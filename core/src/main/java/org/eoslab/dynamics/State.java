package org.eoslab.dynamics;

import org.eoslab.linalg.EigenPairs;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.Objective;

/**
 * Everything that evolves in a run, and nothing else: written down it is a checkpoint, and a run resumed from it gives the
 * same bits. The rule owns all of it but the last {@linkplain #curvature() measurement}, which is the probe's: a run has the same bits
 * however often it is looked at. Owned by one thread.
 */
public final class State {
    private double[] parameters;
    private double[] memory;
    private Evaluation plain = new Evaluation();
    /** Of the loss with weight decay, where the rule has one. */
    private Evaluation decayed = new Evaluation();

    private long step;
    private double time;
    private EigenPairs eigenPairs;
    private Curvature curvature;
    private double stepSize = Double.NaN;

    /** A state at step 0 and time 0; both arrays are kept, not copied. */
    public State(double[] parameters, double[] memory) {
        this(parameters, memory, 0, 0);
    }

    /** A state after {@code step} steps and {@code time} = Σ η without eigenpairs; both arrays are kept, not copied. */
    public State(double[] parameters, double[] memory, long step, double time) {
        this(parameters, memory, step, time, EigenPairs.NONE, Curvature.NONE);
    }

    /**
     * A state as a checkpoint holds it.
     *
     * @param parameters w, kept
     * @param memory what the dynamics remembers besides w (its class says what), kept
     * @param step steps taken
     * @param time Σ η over those steps
     * @param eigenPairs the eigenpairs that the dynamics found last, from which it goes on
     * @param curvature what a probe measured of the curvature last, from which its next measurement starts
     */
    public State(
            double[] parameters, double[] memory, long step, double time, EigenPairs eigenPairs, Curvature curvature) {
        this.parameters = parameters;
        this.memory = memory;
        this.step = step;
        this.time = time;
        this.eigenPairs = eigenPairs;
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

    /** The eigenpairs that the dynamics itself found last, where its rule needs any: its own warm start, which no probe touches. */
    public EigenPairs eigenPairs() {
        return eigenPairs;
    }

    /** Keeps the eigenpairs that the dynamics goes on from; for rules, not for probes. */
    public void remember(EigenPairs pairs) {
        eigenPairs = pairs;
    }

    /** The probe's last measurement of the curvature: the warm start of its next one, which no rule looks at. */
    public Curvature curvature() {
        return curvature;
    }

    /** Keeps a measurement for the next one; for probes, not for rules. */
    public void remember(Curvature measurement) {
        curvature = measurement;
    }

    /**
     * L(w), computed with the gradient at most once a step.
     *
     * @param objective the run's loss, the same at every call of a step; or that loss {@link Decayed}
     */
    public double loss(Objective objective) {
        return evaluated(objective).loss;
    }

    /**
     * ∇L(w), computed at most once a step; the state's own array, not to be written to.
     *
     * @param objective as of {@link #loss}
     */
    public double[] gradient(Objective objective) {
        return evaluated(objective).gradient;
    }

    private Evaluation evaluated(Objective objective) {
        Objective plainLoss = objective.withoutDecay();
        // Not instanceof: that a class is not of an interface takes longer to find out than the gradient of a small
        // model.
        if (plainLoss != objective) {
            Evaluation without = evaluated(plainLoss);
            if (!decayed.done) {
                double[] to = decayed.array(parameters.length);
                decayed.note(((Decayed) objective).add(parameters, without.loss, without.gradient, to));
            }
            return decayed;
        }
        if (!plain.done) {
            plain.note(objective.gradient(parameters, plain.array(parameters.length)));
        }
        return plain;
    }

    /** Says that the parameters have taken a step of size {@code eta}. */
    public void advance(double eta) {
        step++;
        time += eta;
        stepSize = eta;
        plain.done = false;
        decayed.done = false;
    }

    /** η of the step that led here, as it was taken; NaN where none has been since the state was made. */
    public double stepSize() {
        return stepSize;
    }

    /**
     * Makes this state equal to another of the same rule. What has been evaluated there is not evaluated again here; it is read from there, so
     * that this state takes its step before the other one does.
     *
     * @param other with as many parameters and as much memory; not modified
     */
    public void become(State other) {
        System.arraycopy(other.parameters, 0, parameters, 0, parameters.length);
        System.arraycopy(other.memory, 0, memory, 0, memory.length);
        plain.readFrom(other.plain);
        decayed.readFrom(other.decayed);
        takeScalars(other);
    }

    /** Exchanges two states of the same rule, arrays and all. */
    public void exchange(State other) {
        double[] heldParameters = parameters;
        double[] heldMemory = memory;
        Evaluation heldPlain = plain;
        Evaluation heldDecayed = decayed;
        long heldStep = step;
        double heldTime = time;
        double heldStepSize = stepSize;
        EigenPairs heldPairs = eigenPairs;
        Curvature heldCurvature = curvature;
        parameters = other.parameters;
        memory = other.memory;
        plain = other.plain;
        decayed = other.decayed;
        takeScalars(other);
        other.parameters = heldParameters;
        other.memory = heldMemory;
        other.plain = heldPlain;
        other.decayed = heldDecayed;
        other.step = heldStep;
        other.time = heldTime;
        other.stepSize = heldStepSize;
        other.eigenPairs = heldPairs;
        other.curvature = heldCurvature;
    }

    /** Whether every parameter is a finite number. */
    public boolean isFinite() {
        double sum = 0;
        for (double w : parameters) {
            sum += w * 0;
        }
        return sum == 0;
    }

    private void takeScalars(State other) {
        step = other.step;
        time = other.time;
        stepSize = other.stepSize;
        eigenPairs = other.eigenPairs;
        curvature = other.curvature;
    }

    /** An independent copy. */
    public State copy() {
        return new State(parameters.clone(), memory.clone(), step, time, eigenPairs, curvature);
    }

    /** A loss and its gradient at this state, once they have been evaluated. */
    private static final class Evaluation {
        private static final double[] EMPTY = new double[0];

        private double[] own = EMPTY;
        /** The gradient: the own one, or that of the state that this one has become equal to. */
        private double[] gradient = own;

        private double loss;
        private boolean done;

        /** The own array, to be written to. */
        private double[] array(int length) {
            if (own.length != length) {
                own = new double[length];
            }
            gradient = own;
            return own;
        }

        private void note(double value) {
            loss = value;
            done = true;
        }

        private void readFrom(Evaluation other) {
            gradient = other.gradient;
            loss = other.loss;
            done = other.done;
        }
    }
}
