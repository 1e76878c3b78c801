package org.eoslab.model;

import java.util.Random;
import org.eoslab.model.agarwala.SecondOrderRegression;
import org.eoslab.model.linearnd.LinearNd;
import org.eoslab.model.neuron.ReluNeuron;
import org.eoslab.model.scalar.DoubleWell;
import org.eoslab.model.scalar.ScalarNetwork;
import org.eoslab.model.wang.ScalarActivation;
import org.eoslab.model.wang.TwoLayerScalarNetwork;
import org.eoslab.objective.Objective;
import org.eoslab.objective.ObjectiveContract;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;
import org.junit.jupiter.api.Nested;

/** Every small model under the contract: one line each. */
class SmallModelsTest {
    @Nested
    class DepthOne implements ObjectiveContract {
        @Override
        public Objective objective() {
            return new ScalarNetwork(1, 0.7);
        }
    }

    @Nested
    class ChenBruna2d implements ObjectiveContract {
        @Override
        public Objective objective() {
            return new ScalarNetwork(2, 1.3);
        }
    }

    @Nested
    class Zhu implements ObjectiveContract {
        @Override
        public Objective objective() {
            return new ScalarNetwork(4, 1);
        }
    }

    @Nested
    class Kreisler implements ObjectiveContract {
        @Override
        public Objective objective() {
            return new ScalarNetwork(7, 1);
        }
    }

    @Nested
    class ChenBruna implements ObjectiveContract {
        @Override
        public Objective objective() {
            return new DoubleWell(0.8);
        }
    }

    @Nested
    class ChenBrunaNeuron implements ObjectiveContract {
        @Override
        public Objective objective() {
            return new ReluNeuron();
        }
    }

    @Nested
    class WangLinear implements ObjectiveContract {
        @Override
        public Objective objective() {
            return new TwoLayerScalarNetwork(ScalarActivation.LINEAR);
        }
    }

    @Nested
    class WangTanh implements ObjectiveContract {
        @Override
        public Objective objective() {
            return new TwoLayerScalarNetwork(ScalarActivation.TANH);
        }
    }

    /** On either side of the kink, not across it: no point of these is within the difference step of y = 0. */
    @Nested
    class WangRelu implements ObjectiveContract {
        @Override
        public Objective objective() {
            return new TwoLayerScalarNetwork(ScalarActivation.RELU);
        }
    }

    @Nested
    class WangCubicRelu implements ObjectiveContract {
        @Override
        public Objective objective() {
            return new TwoLayerScalarNetwork(ScalarActivation.CUBIC_RELU);
        }
    }

    @Nested
    class Agarwala implements ObjectiveContract {
        @Override
        public Objective objective() {
            return new SecondOrderRegression(0.3);
        }
    }

    @Nested
    class Linear implements ObjectiveContract {
        @Override
        public Objective objective() {
            Random random = new Random(5);
            double[][] square = new double[5][];
            for (int i = 0; i < square.length; i++) {
                square[i] = random.doubles(square.length, -1, 1).toArray();
            }
            double[][] basis =
                    new QRDecomposition(new Array2DRowRealMatrix(square)).getQ().getData();
            return new LinearNd(
                    basis,
                    new double[] {1, 0.8, 0.3, 0.3, 0.01},
                    random.doubles(5, -1, 1).toArray());
        }
    }
}
