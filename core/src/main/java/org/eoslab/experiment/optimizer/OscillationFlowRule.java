package org.eoslab.experiment.optimizer;

import java.util.List;
import java.util.function.BiFunction;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.flow.OscillationFlow;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.run.Probe;
import org.eoslab.run.probe.OscillationFlowProbe;

/**
 * {@code edge-flow}, the edge flow of Marion, and {@code swing-flow}: an oscillation of finite size about a centre, each step of the clock a time {@code eta}.
 *
 * @param name the word for it
 * @param flow makes it of a loss and a step size
 */
record OscillationFlowRule(String name, BiFunction<Objective, Double, OscillationFlow> flow) implements Rule {
    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return flow.apply(objective, settings.get(StepSizeSetting.ETA));
    }

    @Override
    public List<Probe> probes(Dynamics dynamics) {
        return List.of(new OscillationFlowProbe((OscillationFlow) dynamics));
    }
}
