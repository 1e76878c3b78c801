import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import java.util.List;
import org.eoslab.objective.GradientObjective.LossGradient;

/** The loss of DJL's network over all of its data, and its gradient, as functions of all parameters in one array. */
final class DjlLoss implements LossGradient {
    private final Trainer trainer;
    private final NDList inputs;
    private final NDList labels;

    DjlLoss(Trainer trainer, NDList inputs, NDList labels) {
        this.trainer = trainer;
        this.inputs = inputs;
        this.labels = labels;
    }

    private List<NDArray> arrays() {
        return trainer.getModel().getBlock().getParameters().values().stream()
                .map(parameter -> parameter.getArray())
                .toList();
    }

    int dimension() {
        return (int) arrays().stream().mapToLong(NDArray::size).sum();
    }

    double[] parameters() {
        double[] w = new double[dimension()];
        int next = 0;
        for (NDArray array : arrays()) {
            next = read(array, w, next);
        }
        return w;
    }

    void setParameters(double[] w) {
        int next = 0;
        for (NDArray array : arrays()) {
            next = write(w, next, array);
        }
    }

    double[] gradient() {
        double[] all = new double[dimension()];
        int next = 0;
        for (NDArray array : arrays()) {
            try (NDArray gradient = array.getGradient()) {
                next = read(gradient, all, next);
            }
        }
        return all;
    }

    void setGradient(double[] all) {
        int next = 0;
        for (NDArray array : arrays()) {
            try (NDArray gradient = array.getGradient()) {
                next = write(all, next, gradient);
            }
        }
    }

    /** DJL adds to the gradient that is there: it begins at zero. */
    @Override
    public double at(double[] w, double[] gradient) {
        setParameters(w);
        setGradient(new double[w.length]);
        try (NDManager scope = inputs.getManager().newSubManager();
                GradientCollector collector = trainer.newGradientCollector()) {
            inputs.tempAttach(scope); // and what is made of them: it ends with the scope
            labels.tempAttach(scope);
            NDArray loss = trainer.getLoss().evaluate(labels, trainer.forward(inputs));
            collector.backward(loss);
            System.arraycopy(gradient(), 0, gradient, 0, gradient.length);
            return loss.getFloat();
        }
    }

    private static int read(NDArray array, double[] all, int from) {
        float[] values = array.toFloatArray();
        for (int i = 0; i < values.length; i++) {
            all[from + i] = values[i];
        }
        return from + values.length;
    }

    /** In place: an array that is set from Java's memory would go on pointing to it after it has been freed. */
    private int write(double[] all, int from, NDArray array) {
        float[] values = new float[(int) array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) all[from + i];
        }
        try (NDArray fresh = inputs.getManager().create(values, array.getShape())) {
            array.muli(0);
            array.addi(fresh);
        }
        return from + values.length;
    }
}
