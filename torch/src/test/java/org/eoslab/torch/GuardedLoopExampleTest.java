package org.eoslab.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.eoslab.guard.Advice;
import org.eoslab.guard.StabilityGuard;
import org.eoslab.guard.StabilityGuard.Response;
import org.eoslab.linalg.Lanczos;
import org.eoslab.torch.data.Polynomial;
import org.eoslab.torch.network.Activation;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Sequential;
import org.junit.jupiter.api.Test;

/**
 * A complete example of the guard on a training loop that knows nothing of this project: plain JavaCPP, tensors of its own,
 * backward and a step. Only the three lines marked are the guard's.
 */
class GuardedLoopExampleTest {
    private static final int POINTS = 20;
    private static final int WIDTH = 20;

    /** Far beyond 2/S at the start. */
    private static final double TOO_LARGE = 3;

    private static final Network NETWORK = new Sequential(List.of(
            Linear.withoutBias(1, WIDTH, Initialisation.normal(1.5)),
            Activation.TANH,
            Linear.withoutBias(WIDTH, 1, Initialisation.normal(0.5))));

    private final NetworkObjective objective = new NetworkObjective(
            NETWORK, new Polynomial(3, POINTS), Loss.HALF_SQUARED, Precision.FLOAT64, new Chunks(POINTS, POINTS));

    @Test
    void theGuardKeepsTheLoopStable() {
        assertThat(train(Response.LOWER)).isLessThan(0.1);
        // Not a number counts as unstable.
        assertThat(train(Response.REPORT) < 0.1).isFalse();
    }

    private double train(Response response) {
        StabilityGuard guard = new StabilityGuard(objective, Lanczos.seeded(0), 5, 2, response); // the guard
        double[] start = NETWORK.initial(1);
        double eta = TOO_LARGE;
        double value = Double.NaN;
        try (PointerScope all = new PointerScope()) {
            Tensor x = torch.linspace(new Scalar(-1.0), new Scalar(1.0), POINTS, new TensorOptions(ScalarType.Double))
                    .view(POINTS, 1);
            Tensor y = x.pow(new Scalar(3)).mul(new Scalar(4.0)).sub(x.mul(new Scalar(3.0)));
            Tensor first = leaf(start, 0, WIDTH, 1);
            Tensor second = leaf(start, WIDTH, 1, WIDTH);
            for (int step = 0; step < 300; step++) {
                try (PointerScope scope = new PointerScope()) {
                    Advice advice = guard.before(flat(first, second), eta); // the guard
                    eta = advice.eta(); // the guard
                    Tensor error =
                            torch.tanh(x.matmul(first.t())).matmul(second.t()).sub(y);
                    Tensor loss = error.square().sum().mul(new Scalar(0.5 / POINTS));
                    value = loss.item_double();
                    loss.backward();
                    descend(first, eta);
                    descend(second, eta);
                }
            }
        }
        return value;
    }

    private static Tensor leaf(double[] values, int from, long rows, long columns) {
        double[] block = Arrays.copyOfRange(values, from, from + (int) (rows * columns));
        Tensor view = torch.from_blob(
                new DoublePointer(block), new long[] {rows, columns}, new TensorOptions(ScalarType.Double));
        return view.clone().set_requires_grad(true);
    }

    private static void descend(Tensor parameter, double eta) {
        try (NoGradGuard noGrad = new NoGradGuard()) {
            parameter.add_(parameter.grad(), new Scalar(-eta));
            parameter.grad().zero_();
        }
    }

    private static double[] flat(Tensor... parameters) {
        List<Double> values = new ArrayList<>();
        for (Tensor p : parameters) {
            DoublePointer data = p.data_ptr_double();
            for (long i = 0; i < p.numel(); i++) {
                values.add(data.get(i));
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
