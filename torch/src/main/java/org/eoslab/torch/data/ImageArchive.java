package org.eoslab.torch.data;

import java.nio.file.Path;
import java.util.List;

/** A published set of labelled images in its official format. */
public enum ImageArchive {
    /** CIFAR-10: 50,000 training images, 3 × 32 × 32, 10 classes. */
    CIFAR10(
            Archive.CIFAR10,
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")) {
        @Override
        Images read(Path folder, int most) {
            return Cifar10.training(folder, most);
        }

        @Override
        Images readTest(Path folder, int most) {
            return Cifar10.test(folder, most);
        }
    },
    /** Fashion-MNIST: 60,000 training images, 1 × 28 × 28, 10 classes. */
    FASHION_MNIST(
            Archive.FASHION_MNIST,
            List.of(
                    "T-shirt",
                    "trouser",
                    "pullover",
                    "dress",
                    "coat",
                    "sandal",
                    "shirt",
                    "sneaker",
                    "bag",
                    "ankle boot")) {
        @Override
        Images read(Path folder, int most) {
            return Idx.training(folder, most);
        }

        @Override
        Images readTest(Path folder, int most) {
            return Idx.test(folder, most);
        }
    };

    /** Both sets have as many test images. */
    private static final int TEST = 10_000;

    private final Archive archive;
    private final List<String> classes;

    ImageArchive(Archive archive, List<String> classes) {
        this.archive = archive;
        this.classes = classes;
    }

    /** The training images there are in {@code folder}, in the official order, at most {@code most}. */
    abstract Images read(Path folder, int most);

    /** The test images there are in {@code folder}, in the official order, at most {@code most}. */
    abstract Images readTest(Path folder, int most);

    /** The number of test images in the official set. */
    public int testImages() {
        return TEST;
    }

    /** The number of training images in the official set. */
    public int trainingImages() {
        return archive.official();
    }

    /**
     * The first training images of the first classes, flat or not, with one-hot targets.
     *
     * @param data the data folder
     * @param images how many images
     * @param chosen how many classes, from 2: images of the others are passed over
     * @param standardisation how pixels are scaled
     * @throws org.eoslab.experiment.InputException when there are fewer, or {@link Standardisation#TRAIN} lacks some
     */
    public DataSet load(Path data, int images, int chosen, Standardisation standardisation) {
        Path folder = data.resolve(archive.folder());
        boolean all = standardisation == Standardisation.TRAIN || chosen < classes.size();
        Images read = read(folder, all ? trainingImages() : images);
        Images candidates = chosen < classes.size() ? read.ofClasses(chosen) : read;
        if (candidates.count() < images) {
            String which = chosen < classes.size() ? " of the first " + chosen + " classes" : "";
            throw archive.missing("images" + which, images, candidates.count(), folder);
        }
        if (standardisation == Standardisation.TRAIN && read.count() < trainingImages()) {
            throw archive.missing(
                    "standardise: train needs all training images (used and none need fewer); images",
                    trainingImages(),
                    read.count(),
                    folder);
        }
        return scaled(candidates.first(images), chosen, standardisation, read);
    }

    /**
     * The first test images of the first classes, scaled as the training images are.
     *
     * @param data the data folder
     * @param training what {@link #load} has given
     * @param images how many
     * @throws org.eoslab.experiment.InputException when there are fewer
     */
    public DataSet loadTest(Path data, DataSet training, int images) {
        Path folder = data.resolve(archive.folder());
        int chosen = training.outputs();
        Images read = readTest(folder, chosen < classes.size() ? TEST : images);
        Images candidates = chosen < classes.size() ? read.ofClasses(chosen) : read;
        if (candidates.count() < images) {
            throw archive.missing("testImages", images, candidates.count(), folder);
        }
        return ((ImageData) training).of(candidates.first(images));
    }

    private ImageData scaled(Images used, int chosen, Standardisation standardisation, Images read) {
        List<String> names = classes.subList(0, chosen);
        return switch (standardisation) {
            case TRAIN -> new ImageData(used, names, read);
            case USED -> new ImageData(used, names, used);
            case NONE -> new ImageData(used, names);
        };
    }
}
