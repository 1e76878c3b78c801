package org.eoslab.torch.network;

import java.util.random.RandomGenerator;

/** How the entries of a parameter are drawn, independently of each other. */
@FunctionalInterface
public interface Initialisation {
    /** Zeros. */
    Initialisation ZERO = random -> 0;

    /** Ones. */
    Initialisation ONE = random -> 1;

    /** One entry. */
    double draw(RandomGenerator random);

    /** Uniform on [−bound, bound]. */
    static Initialisation uniform(double bound) {
        return random -> bound * (2 * random.nextDouble() - 1);
    }

    /** Normal with mean 0. */
    static Initialisation normal(double deviation) {
        return random -> deviation * random.nextGaussian();
    }

    /** Uniform on ±1/√fan_in: what PyTorch gives the weights and biases of a linear layer. */
    static Initialisation fanIn(long fanIn) {
        return uniform(1 / Math.sqrt(fanIn));
    }

    /** Xavier-normal: deviation gain·√(2/(fan_in + fan_out)) (Glorot and Bengio 2010). */
    static Initialisation xavierNormal(double gain, long fanIn, long fanOut) {
        return normal(gain * Math.sqrt(2.0 / (fanIn + fanOut)));
    }
}
