package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.optimizer.StochasticGradientDescent;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.BatchSetting;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.FiniteSum;
import org.eoslab.objective.Objective;

/** {@code sgd}: stochastic gradient descent on a mean over examples, with {@code batch}. */
record SgdRule() implements Rule {
    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(BatchSetting.BATCH, StepSizeSetting.SCHEDULE, StepSizeSetting.CLIP);
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        if (objective instanceof FiniteSum sum) {
            return new StochasticGradientDescent(sum, StepSizeSetting.read(settings), BatchSetting.read(settings, sum));
        }
        throw refusal("this model's loss is not a mean over examples");
    }
}
