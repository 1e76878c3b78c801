import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import org.eoslab.guard.StabilityGuard.Response;

/** A training loop of DJL's, as anybody has one, with the guard as its listener: once told what happens, once with η lowered, once stopped. */
final class GuardedTraining {
    private static final int EXAMPLES = 64;
    private static final int STEPS = 600;
    private static final double ETA = 0.17;

    private GuardedTraining() {}

    public static void main(String[] arguments) throws IOException, TranslateException {
        for (Response response : new Response[] {Response.REPORT, Response.LOWER, Response.STOP}) {
            System.out.println(response);
            train(response);
        }
    }

    private static void train(Response response) throws IOException, TranslateException {
        Engine.getInstance().setRandomSeed(1);
        try (NDManager manager = NDManager.newBaseManager();
                Model model = Model.newInstance("net")) {
            NDArray x = manager.linspace(-1, 1, EXAMPLES).reshape(EXAMPLES, 1);
            NDArray y = x.mul(6).sin();
            model.setBlock(new SequentialBlock()
                    .add(Linear.builder().setUnits(40).build())
                    .add(Activation::tanh)
                    .add(Linear.builder().setUnits(1).build()));
            GuardListener guard = new GuardListener(new NDList(x), new NDList(y), ETA, 20, response);
            DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss())
                    .optOptimizer(Optimizer.sgd().setLearningRateTracker(guard).build())
                    .addTrainingListeners(guard);
            ArrayDataset data = new ArrayDataset.Builder()
                    .setData(x)
                    .optLabels(y)
                    .setSampling(EXAMPLES, false)
                    .build();
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(EXAMPLES, 1));
                int step = 0;
                while (step < STEPS && !guard.isStopped()) {
                    for (Batch batch : trainer.iterateDataset(data)) {
                        EasyTrain.trainBatch(trainer, batch);
                        if (!guard.isStopped()) {
                            trainer.step();
                            step++;
                        }
                        batch.close();
                    }
                }
                float loss = trainer.getLoss().evaluate(new NDList(y), trainer.forward(new NDList(x))).getFloat();
                System.out.printf("%s: %d steps, loss %.4f, eta %.3f%n", response, step, loss, guard.eta());
            }
        }
    }
}
