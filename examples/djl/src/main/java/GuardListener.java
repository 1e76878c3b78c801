import ai.djl.ndarray.NDList;
import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListenerAdapter;
import ai.djl.training.tracker.Tracker;
import org.eoslab.guard.Advice;
import org.eoslab.guard.StabilityGuard;
import org.eoslab.guard.StabilityGuard.Response;
import org.eoslab.linalg.Lanczos;
import org.eoslab.objective.GradientObjective;

/**
 * Watches DJL's training: reads the sharpness of the loss over all data before every so many steps, prints what the guard says and, as the
 * optimizer's tracker, is the step size that it advises.
 */
final class GuardListener extends TrainingListenerAdapter implements Tracker {
    private final NDList inputs;
    private final NDList labels;
    private final int every;
    private final Response response;
    private double eta;
    private boolean stopped;
    private DjlLoss loss;
    private StabilityGuard guard;

    GuardListener(NDList inputs, NDList labels, double eta, int every, Response response) {
        this.inputs = inputs;
        this.labels = labels;
        this.eta = eta;
        this.every = every;
        this.response = response;
    }

    /** After the gradient of a batch has been taken and before the step: both are there again when the guard has looked. */
    @Override
    public void onTrainingBatch(Trainer trainer, BatchData batch) {
        if (guard == null) {
            loss = new DjlLoss(trainer, inputs, labels);
            GradientObjective objective = new GradientObjective(loss.dimension(), 0x1p-23, loss);
            guard = new StabilityGuard(objective, Lanczos.seeded(0), every, 2, response);
        }
        double[] w = loss.parameters();
        double[] gradient = loss.gradient();
        Advice advice = guard.before(w, eta);
        loss.setParameters(w);
        loss.setGradient(gradient);
        eta = advice.eta();
        stopped |= advice.stop();
        if (!advice.message().isEmpty()) {
            System.out.println(advice.message());
        }
    }

    boolean isStopped() {
        return stopped;
    }

    double eta() {
        return eta;
    }

    @Override
    public float getNewValue(int update) {
        return (float) eta;
    }
}
