package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.flow.EdgeFlow;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.run.Probe;
import org.eoslab.run.probe.EdgeFlowProbe;

/** {@code edge-flow}: the edge flow of Marion, an oscillation of finite size about a centre, each step of the clock a time {@code eta}. */
record EdgeFlowRule() implements Rule {
    @Override
    public String name() {
        return "edge-flow";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return new EdgeFlow(objective, settings.get(StepSizeSetting.ETA));
    }

    @Override
    public List<Probe> probes(Dynamics dynamics) {
        return List.of(new EdgeFlowProbe((EdgeFlow) dynamics));
    }
}
