package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.optimizer.Muon;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.probe.GeneralisedSharpness;
import org.eoslab.run.probe.SpectralBall;

/** {@code muon}: steepest descent in the largest spectral norm of the parameters' matrices, with {@code momentum}. */
record MuonRule() implements Rule {
    @Override
    public String name() {
        return "muon";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(PolyakRule.MOMENTUM, StepSizeSetting.SCHEDULE, StepSizeSetting.CLIP);
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return new Muon(objective, StepSizeSetting.read(settings), settings.get(PolyakRule.MOMENTUM));
    }

    @Override
    public List<Probe> readings(Dynamics dynamics) {
        return List.of(new GeneralisedSharpness(
                dynamics.objective(), new SpectralBall(dynamics.objective().matrices())));
    }

    @Override
    public Column curvature(Dynamics dynamics) {
        return GeneralisedSharpness.COLUMN;
    }

    @Override
    public boolean commutesWithRotations() {
        return false;
    }
}
