package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.flow.CentralFlow;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.run.Probe;
import org.eoslab.run.probe.CentralFlowProbe;

/** {@code central-flow}: the central flow of Cohen et al., each step of the clock a time {@code eta}. */
record CentralFlowRule() implements Rule {
    private static final int SUBSTEPS = 4;
    private static final double MARGIN = 0.1;

    @Override
    public String name() {
        return "central-flow";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return new CentralFlow(
                smooth(objective), settings.get(StepSizeSetting.ETA), solver, eigenvalues, SUBSTEPS, MARGIN);
    }

    @Override
    public List<Probe> probes(Dynamics dynamics) {
        return List.of(new CentralFlowProbe((CentralFlow) dynamics));
    }
}
