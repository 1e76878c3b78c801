package org.eoslab.torch.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.data.ImageArchive;
import org.eoslab.torch.data.Standardisation;
import org.eoslab.torch.network.Convolution;
import org.eoslab.torch.network.Flatten;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Pool;
import org.eoslab.torch.network.Sequential;

/**
 * Networks on images: {@code cifar-fc} and {@code fashion-fc} are fully connected (Cohen et al. 2021: 3072–200–200–10 tanh is the
 * default of the first), {@code cifar-conv} has two convolutions, each followed by a 2 × 2 average pool, and a linear layer.
 */
final class ImageModels {
    /** A 200–200 network keeps about 10 kB an example of its gradient's graph. */
    private static final Chunks FULLY_CONNECTED = new Chunks(1_024, 10_000);

    /** A network of 32 channels keeps about 1 MB an example. */
    private static final Chunks CONVOLUTIONAL = new Chunks(128, 1_000);

    private static final Setting<Long> CLASSES =
            Setting.integer("classes", "the first so many classes only", 2, 10, 10L);
    private static final Setting<Standardisation> STANDARDISE = Setting.choice(
            "standardise",
            "pixels by the mean and deviation of all training images, of those used, or not at all",
            List.of(Standardisation.TRAIN, Standardisation.USED, Standardisation.NONE),
            standardisation -> standardisation.name().toLowerCase(Locale.ROOT),
            Standardisation.TRAIN);
    private static final Setting<Long> WIDTH =
            Setting.integer("width", "units or channels of a hidden layer", 1, 1_000_000, null);
    private static final Setting<Long> DEPTH = Setting.integer("depth", "layers of weights", 1, 1_000, 3L);

    private ImageModels() {}

    static List<NetworkModel> models() {
        return List.of(
                model("cifar-fc", ImageArchive.CIFAR10, 200, ImageModels::fullyConnected, FULLY_CONNECTED),
                model("fashion-fc", ImageArchive.FASHION_MNIST, 200, ImageModels::fullyConnected, FULLY_CONNECTED),
                model("cifar-conv", ImageArchive.CIFAR10, 32, ImageModels::convolutional, CONVOLUTIONAL));
    }

    private static NetworkModel model(
            String name,
            ImageArchive archive,
            long width,
            BiFunction<Settings, DataSet, Network> network,
            Chunks chunks) {
        return new NetworkModel(name, settings(archive, width), settings -> {
            DataSet data = archive.load(
                    settings.get(DataSetting.SETTING),
                    settings.get(images(archive)).intValue(),
                    settings.get(CLASSES).intValue(),
                    settings.get(STANDARDISE));
            Path folder = settings.get(DataSetting.SETTING);
            int tested = settings.get(testImages(archive)).intValue();
            Optional<DataSet> test =
                    tested == 0 ? Optional.empty() : Optional.of(archive.loadTest(folder, data, tested));
            return new Task(network.apply(settings, data), data, settings.get(LossSetting.SETTING), chunks).with(test);
        });
    }

    private static List<Setting<?>> settings(ImageArchive archive, long width) {
        return List.of(
                images(archive),
                testImages(archive),
                CLASSES,
                STANDARDISE,
                DataSetting.SETTING,
                WIDTH.withDefault(width),
                DEPTH,
                ActivationSetting.SETTING,
                LossSetting.SETTING);
    }

    private static Setting<Long> images(ImageArchive archive) {
        return Setting.integer("images", "training images", 1, archive.trainingImages(), 5_000L);
    }

    private static Setting<Long> testImages(ImageArchive archive) {
        return Setting.integer(
                "testImages", "images of the test set to look at, 0 for none", 0, archive.testImages(), 0L);
    }

    private static Network fullyConnected(Settings settings, DataSet data) {
        int depth = settings.get(DEPTH).intValue();
        long[] widths = new long[depth + 1];
        Arrays.fill(widths, settings.get(WIDTH));
        widths[0] = data.inputLength();
        widths[depth] = data.outputs();
        return new Sequential(List.of(new Flatten(), Sequential.perceptron(ActivationSetting.read(settings), widths)));
    }

    private static Network convolutional(Settings settings, DataSet data) {
        List<Network> layers = new ArrayList<>();
        long channels = data.inputShape().get(0);
        long side = data.inputShape().get(1);
        for (long i = 1; i < settings.get(DEPTH); i++) {
            layers.add(new Convolution(channels, settings.get(WIDTH), 3));
            layers.add(ActivationSetting.read(settings));
            layers.add(new Pool(Pool.Kind.AVERAGE, 2));
            channels = settings.get(WIDTH);
            side /= 2;
        }
        layers.add(new Flatten());
        layers.add(Linear.of(channels * side * side, data.outputs()));
        return new Sequential(layers);
    }
}
