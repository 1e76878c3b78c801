package org.eoslab.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.eoslab.Tolerances;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.objective.ObjectiveContract;
import org.eoslab.torch.network.Activation;
import org.eoslab.torch.network.Convolution;
import org.eoslab.torch.network.Flatten;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Pool;
import org.eoslab.torch.network.Sequential;
import org.eoslab.torch.network.transformer.Transformer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every kind of layer and loss owes the objective's contract; two have a closed-form Hessian. */
class NetworkDerivativesTest {
    /** Bound of a second or third derivative against a difference quotient that the specification asks for. */
    private static final double DIFFERENCE = 1e-8;

    private static Objective of(Network network, Loss loss, List<Long> shape, int outputs) {
        return new NetworkObjective(
                network, RandomData.gaussian(6, shape, outputs), loss, Precision.FLOAT64, new Chunks(4, 4));
    }

    private static Objective perceptron(Activation activation) {
        return of(Sequential.perceptron(activation, 3, 4, 2), Loss.HALF_SQUARED, List.of(3L), 2);
    }

    /** What the networks of this test have in common: sums over examples, in another order for each derivative. */
    interface Contract extends ObjectiveContract {
        @Override
        default double tolerance() {
            return DIFFERENCE;
        }
    }

    @Nested
    class Tanh implements Contract {
        @Override
        public Objective objective() {
            return perceptron(Activation.TANH);
        }
    }

    @Nested
    class Gelu implements Contract {
        @Override
        public Objective objective() {
            return perceptron(Activation.GELU);
        }
    }

    @Nested
    class Elu implements Contract {
        @Override
        public Objective objective() {
            return perceptron(Activation.ELU);
        }
    }

    @Nested
    class Softplus implements Contract {
        @Override
        public Objective objective() {
            return perceptron(Activation.SOFTPLUS);
        }
    }

    /** At points away from the kinks. */
    @Nested
    class Relu implements Contract {
        @Override
        public Objective objective() {
            return perceptron(Activation.RELU);
        }
    }

    @Nested
    class DeepLinear implements Contract {
        @Override
        public Objective objective() {
            Linear layer = Linear.withoutBias(2, 2, Initialisation.normal(1));
            return of(new Sequential(List.of(layer, layer, layer)), Loss.SQUARED, List.of(2L), 2);
        }
    }

    @Nested
    class CrossEntropy implements Contract {
        @Override
        public Objective objective() {
            return of(Sequential.perceptron(Activation.TANH, 3, 4, 3), Loss.CROSS_ENTROPY, List.of(3L), 3);
        }
    }

    @Nested
    class Convolutional implements Contract {
        @Override
        public Objective objective() {
            Network network = new Sequential(List.of(
                    new Convolution(1, 2, 3),
                    Activation.TANH,
                    new Pool(Pool.Kind.AVERAGE, 2),
                    new Flatten(),
                    Linear.of(8, 2)));
            return of(network, Loss.HALF_SQUARED, List.of(1L, 4L, 4L), 2);
        }
    }

    @Nested
    class Attention implements Contract {
        @Override
        public Objective objective() {
            return new NetworkObjective(
                    new Transformer(5, 4, 4, 2, 4, 1),
                    RandomData.words(4, 4, 5),
                    Loss.SQUARED,
                    Precision.FLOAT64,
                    new Chunks(2, 2));
        }
    }

    @Test
    void hessianOfLinearRegressionIsTheCovarianceOfTheInputs() {
        RandomData data = RandomData.gaussian(6, List.of(3L), 2);
        Network network = Linear.withoutBias(3, 2, Initialisation.normal(1));
        Objective objective =
                new NetworkObjective(network, data, Loss.HALF_SQUARED, Precision.FLOAT64, new Chunks(6, 6));
        double[][] hessian = DenseEigenSolver.matrix(objective.hessian(network.initial(1)));
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                double covariance = 0;
                for (int k = 0; k < data.size(); k++) {
                    double[] x = data.input(k);
                    covariance += x[i % 3] * x[j % 3] / data.size();
                }
                double expected = i / 3 == j / 3 ? covariance : 0;
                assertThat(hessian[i][j]).isCloseTo(expected, within(Tolerances.CLOSED_FORM));
            }
        }
    }

    @Test
    void hessianOfOneTanhUnitHasItsClosedForm() {
        RandomData data = RandomData.gaussian(1, List.of(1L), 1);
        Network network = new Sequential(List.of(
                Linear.withoutBias(1, 1, Initialisation.normal(1)),
                Activation.TANH,
                Linear.withoutBias(1, 1, Initialisation.normal(1))));
        Objective objective =
                new NetworkObjective(network, data, Loss.HALF_SQUARED, Precision.FLOAT64, new Chunks(1, 1));
        double x = data.input(0)[0];
        double y = data.target(0)[0];
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 20; trial++) {
            double b = random.nextGaussian();
            double a = random.nextGaussian();
            // f = a·tanh(bx), L = ½(f − y)², with t = tanh(bx) and t' = x(1 − t²), t'' = −2x·t·t'.
            double t = Math.tanh(b * x);
            double first = x * (1 - t * t);
            double second = -2 * x * t * first;
            double r = a * t - y;
            double[][] hessian = DenseEigenSolver.matrix(objective.hessian(new double[] {b, a}));
            assertThat(hessian[0][0]).isCloseTo(a * a * first * first + r * a * second, within(Tolerances.CLOSED_FORM));
            assertThat(hessian[0][1]).isCloseTo(a * first * t + r * first, within(Tolerances.CLOSED_FORM));
            assertThat(hessian[1][1]).isCloseTo(t * t, within(Tolerances.CLOSED_FORM));
        }
    }
}
