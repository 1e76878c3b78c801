package org.eoslab.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.eoslab.experiment.InputException;
import org.eoslab.linalg.Vectors;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.network.Network;

/**
 * A network that somebody else made, tried out on the first examples before its loss is relied on as a mean over examples that is a function
 * of its parameters. What is wrong is refused with the reason.
 */
public final class Trial {
    /** Examples that are looked at. */
    static final int EXAMPLES = 16;

    /** Largest error of a derivative against the best difference quotient, which is good to some 1e-7. */
    private static final double LARGEST_ERROR = 1e-4;

    /** The same in single precision, where the best quotient is good to some 1e-3. */
    private static final double LARGEST_ERROR_SINGLE = 3e-2;

    private final String name;
    private final Network network;
    private final DataSet data;
    private final Precision precision;
    private final boolean evaluation;
    private final double[] w;

    /**
     * A trial of a network at its initial parameters.
     *
     * @param name the setting and the file that it is from, for messages
     * @param data the examples, of which the first few are used
     * @param precision in which the network is to compute
     * @param evaluation whether it was put into evaluation mode, as far as it can be
     */
    public Trial(String name, Network network, DataSet data, Precision precision, boolean evaluation) {
        Libtorch.load();
        this.name = name;
        this.network = network;
        this.data = data.first(EXAMPLES);
        this.precision = precision;
        this.evaluation = evaluation;
        this.w = network.initial(0);
    }

    /**
     * The shape of the output for one example.
     *
     * @throws InputException when the network does not take the inputs, its output has not as many examples, it gives another output
     *     each time, or one that depends on the other examples
     */
    public List<Long> outputShape() {
        int size = data.size();
        Output whole = outputs(0, size);
        if (whole.shape.length == 0 || whole.shape[0] != size) {
            throw refusal("for " + size + " examples its output has the shape " + List.of(boxed(whole.shape))
                    + "; the first axis of each input and of the output must be that of the examples");
        }
        if (!Arrays.equals(whole.values, outputs(0, size).values)) {
            throw refusal("it gives another output each time for the same input, "
                    + (evaluation
                            ? "in mode: eval too: it draws random numbers itself, or was traced with dropout in training mode, which stays"
                                    + " in it; trace it after net.eval()"
                            : "as dropout in training mode does; save it after net.eval(), or set mode: eval, which acts on what was"
                                    + " scripted and not on what was traced"));
        }
        checkApart(whole, size);
        return LongStream.of(whole.shape).skip(1).boxed().toList();
    }

    /** Checks that the outputs of some examples are the same without the others. */
    private void checkApart(Output whole, int size) {
        int length = whole.values.length / size;
        for (int[] part : new int[][] {{0, size / 2}, {size / 2, size}, {size - 1, size}}) {
            if (part[0] == part[1] || part[1] - part[0] == size) {
                continue;
            }
            Output alone;
            try {
                alone = outputs(part[0], part[1]);
            } catch (InputException e) {
                throw refusal("it takes " + size + " examples but not " + (part[1] - part[0])
                        + " of them, so it mixes examples or" + " was traced with a fixed number ("
                        + String.valueOf(e.getMessage()).substring(name.length() + 2) + ")");
            }
            double scale = Double.MIN_VALUE;
            double difference = 0;
            for (int i = 0; i < alone.values.length && i + part[0] * length < whole.values.length; i++) {
                scale = Math.max(scale, Math.abs(alone.values[i]));
                difference = Math.max(difference, Math.abs(alone.values[i] - whole.values[part[0] * length + i]));
            }
            if (!(difference <= Math.sqrt(precision.rounding()) * scale)) {
                throw refusal(
                        "it mixes examples: the output for one depends on the others, "
                                + (evaluation
                                        ? "in mode: eval too, as with batch norm that was traced in training mode (trace it after net.eval()) or has no"
                                                + " running statistics (track_running_stats=False)"
                                        : "as with batch norm in training mode (save it after net.eval(); or set mode: eval, which acts on what was"
                                                + " scripted and not on what was traced)")
                                + ", or with a sequence along the first axis; a loss that is a mean over examples, its batches and its parts need each by itself");
            }
        }
    }

    /** Outputs in row-major order. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Output(long[] shape, double[] values) {}

    private Output outputs(int from, int to) {
        try (NativeWork work = NativeWork.begin();
                PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Blocks point = new Blocks(network, precision, false);
            point.write(w);
            Tensor inputs = Batches.of(data, precision).inputs(null, from, to);
            Tensor outputs = network.at(point.blocks()).apply(inputs);
            if (!outputs.is_floating_point()) {
                throw refusal("its output is of whole numbers");
            }
            Tensor numbers = outputs.to(ScalarType.Double).contiguous();
            double[] values = new double[Math.toIntExact(numbers.numel())];
            new DoublePointer(numbers.data_ptr_double()).get(values);
            return new Output(outputs.shape(), values);
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw refusal("it does not take " + (to - from) + " inputs of the shape " + data.inputShape() + " and "
                    + kind() + ": " + LibtorchError.line(e));
        }
    }

    private String kind() {
        return data.wholeInputs()
                ? "whole numbers, which go to it as such (save others as float32 or float64)"
                : "floating-point numbers (save words and other indices as int64), in "
                        + precision.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Checks that every parameter has a part in the loss.
     *
     * @param loss what outputs cost
     * @throws InputException when one has none
     */
    public void checkUse(Loss loss) {
        try (NativeWork work = NativeWork.begin();
                PointerScope scope = new PointerScope()) {
            Blocks point = new Blocks(network, precision, true);
            point.write(w);
            Batches batches = Batches.of(data, precision);
            Tensor value = loss.sum(
                    network.at(point.blocks()).apply(batches.inputs(null, 0, data.size())),
                    batches.targets(null, 0, data.size()));
            if (!Double.isFinite(value.item_double())) {
                throw refusal("its loss on the first " + data.size() + " examples is " + value.item_double());
            }
            List<String> unused = new ArrayList<>();
            TensorVector gradient = value.requires_grad()
                    ? Differentiator.grad(new TensorVector(value), point, false)
                    : new TensorVector(point.blocks().size());
            for (int i = 0; i < network.parameters().size(); i++) {
                if (!gradient.get(i).defined()) {
                    unused.add(network.parameters().get(i).name());
                }
            }
            if (!unused.isEmpty()) {
                throw refusal(
                        "nothing uses its parameter" + (unused.size() == 1 ? " " : "s ") + String.join(", ", unused)
                                + "; freeze what is not to be learned by requires_grad_(False) before saving, or name the parameters to learn");
            }
        }
    }

    /**
     * Checks the derivatives of the loss; in double precision where the network can be computed in it.
     *
     * @param loss what outputs cost
     * @throws InputException when one of the first two is wrong or missing
     */
    public DerivativeCheck derivatives(Loss loss) {
        Precision used = precision == Precision.FLOAT64 || takes(Precision.FLOAT64) ? Precision.FLOAT64 : precision;
        double most = used == Precision.FLOAT64 ? LARGEST_ERROR : LARGEST_ERROR_SINGLE;
        DerivativeCheck check;
        double unlike;
        try {
            check = DerivativeCheck.of(objective(loss, used), w, used);
            unlike = used == precision ? 0 : unlike(objective(loss, used), objective(loss, precision));
        } catch (RuntimeException e) {
            throw refusal("it has no second derivatives: " + LibtorchError.line(e));
        }
        if (!(check.gradient() <= most)) {
            throw wrong("gradient", check.gradient());
        }
        if (!(check.hessian() <= most)) {
            throw wrong("Hessian product", check.hessian());
        }
        if (!(check.asymmetry() <= most)) {
            throw refusal("its Hessian is not symmetric: <u, Hv> and <v, Hu> differ by " + shown(check.asymmetry())
                    + " of a product's length");
        }
        if (!(unlike <= LARGEST_ERROR_SINGLE)) {
            throw refusal("its Hessian products in float32 are not those in float64: they differ by " + shown(unlike)
                    + " of their length; set dtype: float64");
        }
        return check;
    }

    private NetworkObjective objective(Loss loss, Precision other) {
        return new NetworkObjective(network, data, loss, other, new Chunks(EXAMPLES, EXAMPLES));
    }

    /** How far a Hessian product of one is from that of another, relative to its length. */
    private double unlike(NetworkObjective exact, NetworkObjective other) {
        double[] v = Vectors.randomUnit(w.length, new SplittableRandom(1));
        double[] expected = new double[w.length];
        double[] found = new double[w.length];
        exact.hessian(w).apply(v, expected);
        other.hessian(w).apply(v, found);
        double distance = Vectors.distance(expected, found);
        return distance == 0 ? 0 : distance / Vectors.norm(expected);
    }

    private boolean takes(Precision other) {
        try {
            var unused = new Trial(name, network, data, other, evaluation).outputs(0, data.size());
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    private InputException wrong(String what, double error) {
        return refusal("its " + what + " is not that of its loss: it differs from difference quotients by "
                + shown(error) + " of its length, as after a detach() or with an operation whose backward is wrong");
    }

    private static String shown(double error) {
        return String.format(Locale.ROOT, "%.2g", error);
    }

    private static Long[] boxed(long[] shape) {
        return LongStream.of(shape).boxed().toArray(Long[]::new);
    }

    private InputException refusal(String why) {
        return new InputException(name + ": " + why);
    }
}
