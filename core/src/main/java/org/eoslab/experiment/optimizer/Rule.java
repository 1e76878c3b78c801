package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.objective.SmoothObjective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.probe.SharpnessProbe;

/** A rule that changes the parameters, as a choice of the setting {@code optimizer}: one small file each, listed in {@link OptimizerSetting}. */
interface Rule {
    /** The word for it in files. */
    String name();

    /** The settings that act with it besides {@code eta}, grouped under {@code optimizer} in files; those of the step size by default. */
    default List<Setting<?>> settings() {
        return StepSizeSetting.SETTINGS;
    }

    /**
     * The dynamics.
     *
     * @param settings a model's, with {@link #settings()} and {@code eta} among them
     * @param objective the loss
     * @param solver finds the eigenpairs that some rules need
     * @param eigenvalues how many critical eigenvalues to follow, at least 1, at most the dimension
     * @throws InputException when they don't go together
     */
    Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues);

    /** Whether it shrinks the parameters by itself where weight decay is asked for; any other rule descends on the loss with the decay. */
    default boolean decouplesDecay() {
        return false;
    }

    /**
     * What its runs have as columns at every step besides those of every run.
     *
     * @param dynamics what {@link #dynamics} made
     */
    default List<Probe> probes(Dynamics dynamics) {
        return List.of();
    }

    /**
     * What its runs read of the curvature besides the sharpness, as often as it.
     *
     * @param dynamics what {@link #dynamics} made
     */
    default List<Probe> readings(Dynamics dynamics) {
        return List.of();
    }

    /** The column that is held against the dynamics' stability threshold. */
    default Column curvature(Dynamics dynamics) {
        return dynamics.preconditions() ? SharpnessProbe.PRECONDITIONED_SHARPNESS : SharpnessProbe.SHARPNESS;
    }

    /** Whether a rotation of the parameters turns the whole trajectory with it: true of all that does not step each parameter by itself. */
    default boolean commutesWithRotations() {
        return true;
    }

    /** The loss as one with third derivatives. */
    default SmoothObjective smooth(Objective objective) {
        if (!(objective instanceof SmoothObjective smooth)) {
            throw refusal("this model's loss has no third derivatives");
        }
        if (!smooth.objection().isEmpty()) {
            throw refusal("it needs third derivatives, and " + smooth.objection());
        }
        return smooth;
    }

    /** The refusal of this rule. */
    default InputException refusal(String why) {
        return new InputException("optimizer: " + name() + " is not allowed; " + why);
    }
}
