package org.eoslab.torch.model;

import java.util.ArrayList;
import java.util.List;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.Loss;
import org.eoslab.torch.data.ClassValues;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.data.ExampleFile;
import org.eoslab.torch.data.Values;
import org.eoslab.torch.layers.LayerList;
import org.eoslab.torch.layers.LayerNetwork;

/** {@code network}: a network written as a list of layers learns examples from files of one's own. PyTorch's initialisation, from the seed. */
final class OwnNetwork {
    private static final Setting<String> LAYERS = Setting.text(
            "layers",
            "the network, layer by layer",
            "a list such as [linear 64, tanh, linear 3]",
            text -> !text.isEmpty(),
            null);
    private static final Setting<Boolean> MODE = Setting.choice(
            "mode",
            "eval to use batch-norm in evaluation mode; in training mode it is refused",
            List.of(false, true),
            evaluation -> evaluation ? "eval" : "train",
            false);

    /** Bytes that the graph of a gradient keeps for each number that a layer gives, as measured of perceptrons in single precision. */
    private static final long BYTES = 25;

    /** Bytes of a chunk, and of all kept graphs, at most. */
    private static final long CHUNK = 128_000_000;

    private static final long KEPT = 1_000_000_000;

    /** The most examples of a chunk. */
    private static final long LARGEST = 1024;

    /** How far probabilities may be from adding up to 1. */
    private static final double ROUNDING = 1e-6;

    private OwnNetwork() {}

    static NetworkModel model() {
        List<Setting<?>> own = new ArrayList<>(List.of(LAYERS));
        own.addAll(ExampleSettings.ALL);
        own.addAll(List.of(LossSetting.SETTING, MODE));
        return new NetworkModel("network", List.copyOf(own), OwnNetwork::task);
    }

    private static Task task(Settings settings) {
        LayerList layers = LayerList.read(settings.get(LAYERS));
        ExampleSettings.Read read = ExampleSettings.read(settings);
        LayerNetwork network = layers.network(shape(read.training().inputs()), settings.get(MODE));
        if (settings.get(MODE) && !network.hasBatchNorm()) {
            throw new InputException("mode: eval has no effect; only batch-norm has modes, and there is none");
        }
        if (!network.kinks().isEmpty()) {
            System.getLogger("org.eoslab")
                    .log(
                            System.Logger.Level.WARNING,
                            "layers " + String.join(", ", network.kinks())
                                    + ": the sharpness is that of the smooth piece and leaves out the kinks");
        }
        Loss loss = settings.get(LossSetting.SETTING);
        long classes = classes(settings, network, read, loss);
        if (classes == 0) {
            checkProbabilities(read.targets(), loss);
            read.test().flatMap(ExampleFile::targets).ifPresent(targets -> checkProbabilities(targets, loss));
        }
        boolean probabilities = loss == Loss.CROSS_ENTROPY || loss == Loss.BINARY_CROSS_ENTROPY;
        if (settings.get(ExampleSettings.STANDARDISE) == ExampleSettings.Scaling.ALL
                && (classes > 0 || probabilities)) {
            throw new InputException("standardise: all is not allowed with targets that are labels or probabilities;"
                    + " used standardises the inputs");
        }
        ExampleSettings.Sets sets = read.sets(settings, classes);
        return new Task(network.network(), sets.training(), loss, chunks(network))
                .with(sets.test().map(test -> (DataSet) test));
    }

    /** Single numbers are a row of one. */
    private static List<Long> shape(Values inputs) {
        return inputs.shape().isEmpty() ? List.of(1L) : inputs.shape();
    }

    /** How many classes the targets are labels of, 0 where they are numbers; checks that the network's outputs are those of the targets. */
    private static long classes(Settings settings, LayerNetwork network, ExampleSettings.Read read, Loss loss) {
        List<Long> output = network.outputShape();
        if (output.size() != 1) {
            throw new InputException("layers: the last layer gives "
                    + String.join(" x ", output.stream().map(String::valueOf).toList())
                    + " numbers an example, and a row of numbers is needed; end with flatten, or flatten and linear N");
        }
        long outputs = output.get(0);
        Values targets = read.targets();
        if (loss == Loss.CROSS_ENTROPY && outputs < 2) {
            throw new InputException(
                    "layers: the network gives 1 number an example, and loss: cross-entropy needs one a class, at least 2;"
                            + " binary-cross-entropy takes 1");
        }
        List<String> names = targets.classes();
        if (!names.isEmpty()) {
            return named(targets.place(), names, outputs, loss);
        }
        if (targets.length() == outputs) {
            return 0;
        }
        if (targets.length() == 1) {
            return outputs;
        }
        throw new InputException("layers: the network gives " + outputs + (outputs == 1 ? " number" : " numbers")
                + " an example and " + targets.place() + " has " + targets.length() + " to learn; end with linear "
                + targets.length());
    }

    /** The same of targets that name their classes; two of them may be 0 and 1 of a single output. */
    private static long named(String place, List<String> names, long outputs, Loss loss) {
        if (names.size() == 1) {
            throw new InputException(
                    place + ": the target is " + names.get(0) + " in every row; classes are two or more");
        }
        if (outputs == 1 && names.size() == 2 && loss == Loss.BINARY_CROSS_ENTROPY) {
            return 0;
        }
        if (outputs != names.size()) {
            throw new InputException("layers: the network gives " + outputs + (outputs == 1 ? " number" : " numbers")
                    + " an example and the target of " + place + " names " + names.size() + " classes, "
                    + ClassValues.listed(names) + "; end with linear " + names.size());
        }
        return outputs;
    }

    /** Checks that numbers to learn by a loss that is made for probabilities may be some. */
    private static void checkProbabilities(Values targets, Loss loss) {
        if (loss != Loss.BINARY_CROSS_ENTROPY && loss != Loss.CROSS_ENTROPY) {
            return;
        }
        double[] target = new double[targets.length()];
        for (int i = 0; i < targets.size(); i++) {
            targets.read(i, target);
            double sum = 0;
            String place = targets.place() + ": " + targets.name(i) + " has ";
            for (double y : target) {
                if (!(y >= 0 && y <= 1)) {
                    throw new InputException(place + InputException.shown(y) + " to learn; with loss: "
                            + LossSetting.word(loss) + " it must be from 0 to 1"
                            + (loss == Loss.CROSS_ENTROPY ? ", or a label in a single column" : ""));
                }
                sum += y;
            }
            if (loss == Loss.CROSS_ENTROPY && Math.abs(sum - 1) > ROUNDING) {
                throw new InputException(place + "targets that add up to " + InputException.shown(sum)
                        + "; with loss: cross-entropy they are probabilities and must add up to 1");
            }
        }
    }

    private static Chunks chunks(LayerNetwork network) {
        long bytes = BYTES * Math.max(1, network.numbers());
        return new Chunks(
                (int) Math.max(1, Math.min(LARGEST, CHUNK / bytes)), (int) Math.min(Integer.MAX_VALUE, KEPT / bytes));
    }
}
