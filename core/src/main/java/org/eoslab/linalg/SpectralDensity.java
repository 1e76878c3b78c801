package org.eoslab.linalg;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * The distribution of an operator's eigenvalues by stochastic Lanczos quadrature: from a random unit vector v, m Lanczos steps give
 * the m-point Gauss rule of the measure Σᵢ (v·uᵢ)² δ(λ − λᵢ), whose mean over v is the spectral density (Lin, Saad &amp; Yang 2016;
 * Ghorbani, Krishnan &amp; Xiao 2019).
 *
 * @param nodes eigenvalues of the rules, one row a start vector, each row largest first
 * @param weights their weights, each row with sum 1
 * @param dimension n
 * @param products operator applications spent
 */
public record SpectralDensity(double[][] nodes, double[][] weights, int dimension, int products) {
    /**
     * Estimates the density of {@code operator}.
     *
     * @param vectors start vectors, at least 1
     * @param steps Lanczos steps m from each, at least 1; the moments up to 2m − 1 of each measure are exact
     * @param seed of the start vectors, whose numbers are not those that a network's start has from the same seed
     */
    public static SpectralDensity of(SymmetricOperator operator, int vectors, int steps, long seed) {
        if (vectors < 1 || steps < 1) {
            throw new IllegalArgumentException("vectors = " + vectors + ", steps = " + steps + ": must be at least 1");
        }
        int n = operator.dimension();
        Scaled scaled = new Scaled(operator, LowRank.NONE);
        SplittableRandom random = new SplittableRandom(StepSeed.of(seed, 0));
        double[][] nodes = new double[vectors][];
        double[][] weights = new double[vectors][];
        int products = 0;
        for (int k = 0; k < vectors; k++) {
            RitzSpace space = new RitzSpace(scaled, LowRank.NONE, 1);
            space.expandRandomly(random);
            boolean grew = true;
            while (grew && space.size() < Math.min(steps, n)) {
                grew = space.expandByLast();
            }
            space.solve();
            nodes[k] = scaled.up(space.values().clone());
            weights[k] = space.startWeights();
            products += space.products();
        }
        return new SpectralDensity(nodes, weights, n, products);
    }

    /** tr f(A) = n·∫f dμ, with the standard error over the start vectors. */
    public Estimate trace(DoubleUnaryOperator f) {
        double[] samples = new double[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            for (int i = 0; i < nodes[k].length; i++) {
                samples[k] += dimension * weights[k][i] * f.applyAsDouble(nodes[k][i]);
            }
        }
        return Estimate.mean(0, samples, products);
    }

    /** The density at x, each node widened to a Gaussian of standard deviation {@code width}; its integral over x is 1. */
    public Estimate at(double x, double width) {
        double height = 1 / (Math.sqrt(2 * Math.PI) * width * dimension);
        return trace(node -> {
            double z = (x - node) / width;
            return height * Math.exp(-0.5 * z * z);
        });
    }
}
