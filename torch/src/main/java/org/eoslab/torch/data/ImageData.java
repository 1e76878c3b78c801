package org.eoslab.torch.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eoslab.experiment.Example;

/**
 * Images as a data set: inputs scaled, targets one-hot. Kept as a byte a pixel; scaled when read. Standardisation subtracts a
 * pixel's mean and divides by its population standard deviation; a pixel that never changes is not divided.
 */
final class ImageData implements DataSet {
    /** Far below the smallest variance of bytes, (1/255)²/60,000 ≈ 2.6e-10, and far above the rounding of a mean. */
    private static final double ROUNDING = 1e-20;

    private final Images images;
    private final List<String> classes;
    private final double[] mean;
    private final double[] deviation;

    /**
     * Images scaled as they are: values from 0 to 1.
     *
     * @param classes the names of the classes
     */
    ImageData(Images images, List<String> classes) {
        this(images, classes, new double[images.size()], new double[images.size()]);
        Arrays.fill(deviation, 1);
    }

    /** Images standardised by the mean and deviation of {@code reference}. */
    ImageData(Images images, List<String> classes, Images reference) {
        this(images, classes);
        int n = reference.count();
        double[] squares = new double[mean.length];
        for (int image = 0; image < n; image++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += reference.value(image, i) / n;
            }
        }
        for (int image = 0; image < n; image++) {
            for (int i = 0; i < mean.length; i++) {
                double d = reference.value(image, i) - mean[i];
                squares[i] += d * d / n;
            }
        }
        for (int i = 0; i < mean.length; i++) {
            // A constant pixel leaves rounding of the mean, not spread.
            deviation[i] = squares[i] > ROUNDING ? Math.sqrt(squares[i]) : 1;
        }
    }

    /** The same of other images, scaled as these are. */
    ImageData of(Images others) {
        return new ImageData(others, classes, mean, deviation);
    }

    private ImageData(Images images, List<String> classes, double[] mean, double[] deviation) {
        this.images = images;
        this.classes = classes;
        this.mean = mean;
        this.deviation = deviation;
    }

    @Override
    public int size() {
        return images.count();
    }

    @Override
    public List<Long> inputShape() {
        return images.shape();
    }

    @Override
    public int outputs() {
        return classes.size();
    }

    @Override
    public Labels labels() {
        return Labels.ONE_HOT;
    }

    /** The image as it is in the file. */
    @Override
    public Example shown(int index) {
        double[] values = IntStream.range(0, images.size())
                .mapToDouble(i -> images.value(index, i))
                .toArray();
        return Showing.image(classes.get(images.labels()[index]), images.channels(), images.columns(), values);
    }

    @Override
    public void read(int index, double[] input, double[] target) {
        for (int i = 0; i < mean.length; i++) {
            input[i] = (images.value(index, i) - mean[i]) / deviation[i];
        }
        Arrays.fill(target, 0);
        target[images.labels()[index]] = 1;
    }
}
