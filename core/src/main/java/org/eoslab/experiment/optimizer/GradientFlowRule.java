package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.flow.FlowIntegrator;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.dynamics.flow.RungeKuttaFlow;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/**
 * {@code gradient-flow}: gradient flow, each step of the clock a time {@code eta}; with control of its error for few parameters, by Runge–Kutta steps of 1/S
 * beyond.
 */
record GradientFlowRule() implements Rule {
    /** So many parameters are few. */
    private static final int FEW = 20;

    private static final FlowIntegrator CONTROLLED = new FlowIntegrator(1e-12, 1e-10, 1_000_000);

    /** Of the stiffest stable Runge–Kutta step; leaves room for the sharpness to grow between readings. */
    private static final double FRACTION = 1;

    @Override
    public String name() {
        return "gradient-flow";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        double eta = settings.get(StepSizeSetting.ETA);
        return objective.dimension() <= FEW
                ? new GradientFlow(objective, eta, CONTROLLED)
                : new RungeKuttaFlow(objective, eta, solver, 1, FRACTION, eta);
    }
}
