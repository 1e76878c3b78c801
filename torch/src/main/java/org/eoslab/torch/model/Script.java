package org.eoslab.torch.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.DerivativeCheck;
import org.eoslab.torch.Loss;
import org.eoslab.torch.Precision;
import org.eoslab.torch.Trial;
import org.eoslab.torch.data.ArrayData;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.data.Split;
import org.eoslab.torch.script.ScriptNetwork;

/**
 * {@code torchscript}: a module that PyTorch saved learns arrays that NumPy saved. It is tried out on the first examples when the problem is
 * built.
 */
final class Script {
    /** How much memory an example takes nobody knows; graphs are kept while there is room. */
    private static final Chunks CHUNKS = new Chunks(128, Integer.MAX_VALUE);

    /** Largest error of a third derivative against the best difference quotient, which is good to some 1e-7. */
    private static final double LARGEST_ERROR = 1e-4;

    private static final Setting<String> NETWORK = Setting.file(
            "network", "the network, as torch.jit.script(net).save or trace writes it", "a TorchScript file", null);
    private static final Setting<String> INPUTS = Setting.file(
            "inputs",
            "the inputs, the examples along the first axis",
            "a .npy file, or .npz with an array's name as in file.npz:x",
            null);
    private static final Setting<String> TARGETS = Setting.file(
            "targets",
            "the targets: numbers of the output's shape, or labels",
            "a .npy file, or .npz with an array's name as in file.npz:y",
            null);
    private static final Setting<Boolean> MODE = Setting.choice(
            "mode",
            "eval for evaluation mode; stored for that in which it was saved",
            List.of(false, true),
            evaluation -> evaluation ? "eval" : "stored",
            false);
    private static final Setting<Predicate<String>> PARAMETERS = Setting.parsed(
            "parameters",
            "those of its parameters that are learned; the others stay",
            "names with * for any part of one, such as layer2.*,head.weight",
            Script::names,
            "*");
    private static final Setting<Optional<Precision>> DTYPE = Setting.choice(
            "dtype",
            "floating-point format of the network; stored for that of its parameters",
            List.of(Optional.empty(), Optional.of(Precision.FLOAT32), Optional.of(Precision.FLOAT64)),
            precision -> precision.map(p -> p.name().toLowerCase(Locale.ROOT)).orElse("stored"),
            Optional.empty());

    private Script() {}

    static NetworkModel model() {
        return new NetworkModel(
                "torchscript",
                List.of(
                        NETWORK,
                        INPUTS,
                        TARGETS,
                        ExampleSettings.ROWS,
                        ExampleSettings.TEST,
                        ExampleSettings.TEST_INPUTS,
                        ExampleSettings.TEST_TARGETS,
                        LossSetting.SETTING,
                        MODE,
                        PARAMETERS,
                        DTYPE),
                Script::task);
    }

    private static Task task(Settings settings) {
        ArrayData inputs = ArrayData.inputs(INPUTS.name(), settings.get(INPUTS));
        String file = settings.get(NETWORK);
        ScriptNetwork network = ScriptNetwork.load(file, settings.get(PARAMETERS), settings.get(MODE));
        Precision precision = settings.get(DTYPE).orElse(network.precision());
        String name = NETWORK.name() + ": " + file;
        List<Long> output = new Trial(name, network, inputs, precision, settings.get(MODE)).outputShape();
        Loss loss = settings.get(LossSetting.SETTING);
        DataSet all = inputs.withTargets(TARGETS.name(), settings.get(TARGETS), output);
        checkTargets(all, loss, settings, TARGETS);
        Split split = ExampleSettings.split(settings, all.size(), INPUTS.name() + ": " + settings.get(INPUTS));
        DataSet data = all.at(split.training());
        Trial trial = new Trial(name, network, data, precision, settings.get(MODE));
        trial.checkUse(loss);
        Optional<DataSet> held = split.test().length == 0 ? Optional.empty() : Optional.of(all.at(split.test()));
        return new Task(
                network,
                data,
                loss,
                CHUNKS,
                Optional.of(precision),
                objection(file, trial.derivatives(loss)),
                ExampleSettings.isTested(settings, false) ? Optional.of(test(settings, inputs, output, loss)) : held);
    }

    /** The test set of files of its own. */
    private static DataSet test(Settings settings, ArrayData training, List<Long> output, Loss loss) {
        String file = settings.get(ExampleSettings.TEST_INPUTS);
        ArrayData inputs = ArrayData.inputs(ExampleSettings.TEST_INPUTS.name(), file);
        if (!inputs.inputShape().equals(training.inputShape()) || inputs.wholeInputs() != training.wholeInputs()) {
            throw new InputException(ExampleSettings.TEST_INPUTS.name() + ": " + file + " has other inputs than "
                    + settings.get(INPUTS) + ": their shapes are " + inputs.inputShape() + " and "
                    + training.inputShape()
                    + ", and both must be whole numbers or neither");
        }
        DataSet test = inputs.withTargets(
                ExampleSettings.TEST_TARGETS.name(), settings.get(ExampleSettings.TEST_TARGETS), output);
        checkTargets(test, loss, settings, ExampleSettings.TEST_TARGETS);
        return test;
    }

    /** Checks that targets of a loss that is made for probabilities may be some. */
    private static void checkTargets(DataSet data, Loss loss, Settings settings, Setting<String> key) {
        double most = loss == Loss.BINARY_CROSS_ENTROPY ? 1 : Double.POSITIVE_INFINITY;
        if (loss != Loss.BINARY_CROSS_ENTROPY && loss != Loss.CROSS_ENTROPY) {
            return;
        }
        double[] input = new double[Math.toIntExact(data.inputLength())];
        double[] target = new double[data.outputs()];
        for (int i = 0; i < data.size(); i++) {
            data.read(i, input, target);
            for (double y : target) {
                if (y < 0 || y > most) {
                    throw new InputException(key.name() + ": " + settings.get(key) + ": example " + i + " has "
                            + InputException.shown(y) + "; with " + LossSetting.SETTING.name() + ": "
                            + settings.value(LossSetting.SETTING.name()) + " it must be "
                            + (most == 1 ? "from 0 to 1" : "at least 0"));
                }
            }
        }
    }

    private static String objection(String file, DerivativeCheck check) {
        if (!check.thirdError().isEmpty()) {
            return file + " has none: " + check.thirdError();
        }
        return check.third() <= LARGEST_ERROR
                ? ""
                : String.format(
                        Locale.ROOT,
                        "those of %s differ from difference quotients by %.2g of their length, as libtorch's are wrong for its"
                                + " fused layer norm",
                        file,
                        check.third());
    }

    private static Predicate<String> names(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(text);
        }
        String pattern = Arrays.stream(text.split(","))
                .map(String::strip)
                .map(name -> Pattern.quote(name).replace("*", "\\E.*\\Q"))
                .collect(Collectors.joining("|"));
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
