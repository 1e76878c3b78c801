package org.eoslab.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Problem;
import org.eoslab.linalg.Affine;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.PartialLanczos;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.objective.FiniteSum;
import org.eoslab.objective.Objective;

/**
 * Eigenvalues at one end of the spectrum of a loss's Hessian, with their evidence and their cost.
 *
 * @param eigenvalues the largest, largest first, or the smallest, smallest first
 * @param residuals ‖H·v − λ·v‖ of each: an eigenvalue lies within that distance
 * @param products Hessian-vector products spent
 * @param converged whether all residuals are within the tolerance
 * @param seconds that the search took
 * @param productSeconds of these, those spent in the products
 * @param parameters how many the loss has
 * @param examples how many the loss is the mean over; 1 where it is none
 * @param loss there
 */
public record HessianEnd(
        List<Double> eigenvalues,
        List<Double> residuals,
        int products,
        boolean converged,
        double seconds,
        double productSeconds,
        long parameters,
        int examples,
        double loss) {
    /** Up to so many parameters a product for each gives all eigenvalues exactly. */
    private static final int FEW = 32;

    /** Products after which a search gives up. */
    private static final int MAX_PRODUCTS = 2_000;

    /** The vectors of the search for one may take this part of the memory. */
    private static final long SHARE = 3;

    private static final int MIN_VECTORS = 20;
    private static final int MAX_VECTORS = 300;

    /**
     * What is looked for.
     *
     * @param count how many, at least 1
     * @param smallest whether at the lower end
     * @param tolerance bound of the residuals, relative to the eigenvalues
     */
    public record Search(int count, boolean smallest, double tolerance) {}

    /**
     * Finds them.
     *
     * @param w where, in the coordinates of the problem's dynamics
     * @param progress told the number of products so far
     * @throws InputException when there are fewer parameters, or the loss is not finite
     */
    public static HessianEnd of(Problem problem, double[] w, Search search, IntConsumer progress) {
        // As the sharpness of a run is, without weight decay.
        Objective objective = problem.simulation().dynamics().objective().withoutDecay();
        int parameters = problem.coordinates().parameters();
        if (search.count > parameters) {
            throw new InputException("--eigenvalues: " + search.count + " is not allowed; there are " + parameters
                    + " parameters, and so many eigenvalues");
        }
        double loss = objective.value(w);
        if (!Double.isFinite(loss)) {
            throw new InputException("the loss is " + loss + " there, and has no Hessian");
        }
        Counted counted = new Counted(objective.hessian(w), progress);
        double sign = search.smallest ? -1 : 1;
        SymmetricOperator operator = search.smallest ? Affine.negative(counted) : counted;
        long started = System.nanoTime();
        EigenPairs pairs = largest(operator, search);
        double seconds = (System.nanoTime() - started) / 1e9;
        List<double[]> ends = new ArrayList<>();
        IntStream.range(0, pairs.values().length)
                .forEach(i -> ends.add(new double[] {pairs.values()[i], pairs.residuals()[i]}));
        // Directions that the coordinates leave out, for the loss does not depend on them, have the eigenvalue 0.
        IntStream.range(0, Math.min(search.count, parameters - operator.dimension()))
                .forEach(i -> ends.add(new double[2]));
        ends.sort(Comparator.comparingDouble((double[] end) -> end[0]).reversed());
        return new HessianEnd(
                ends.stream().limit(search.count).map(end -> sign * end[0]).toList(),
                ends.stream().limit(search.count).map(end -> end[1]).toList(),
                counted.products,
                pairs.converged(),
                seconds,
                counted.nanoseconds / 1e9,
                parameters,
                objective instanceof FiniteSum sum ? sum.examples() : 1,
                loss);
    }

    private static EigenPairs largest(SymmetricOperator operator, Search search) {
        int n = operator.dimension();
        if (n <= FEW) {
            return new DirectEigenSolver().largest(operator, Math.min(search.count, n), EigenPairs.NONE);
        }
        if (search.count > 1) {
            return new Lanczos(search.tolerance, MAX_PRODUCTS, 0)
                    .largest(operator, Math.min(search.count, n), EigenPairs.NONE);
        }
        long room = Runtime.getRuntime().maxMemory() / SHARE / ((long) Double.BYTES * n);
        return PartialLanczos.largest(
                operator, search.tolerance, MAX_PRODUCTS, (int) Math.max(MIN_VECTORS, Math.min(room, MAX_VECTORS)), 0);
    }

    /** An operator that counts its products and their time. */
    private static final class Counted implements SymmetricOperator {
        private final SymmetricOperator hessian;
        private final IntConsumer progress;
        private int products;
        private long nanoseconds;

        Counted(SymmetricOperator hessian, IntConsumer progress) {
            this.hessian = hessian;
            this.progress = progress;
        }

        @Override
        public int dimension() {
            return hessian.dimension();
        }

        @Override
        public double rounding() {
            return hessian.rounding();
        }

        @Override
        public double error(double[] x) {
            return hessian.error(x);
        }

        @Override
        public void apply(double[] x, double[] result) {
            long started = System.nanoTime();
            hessian.apply(x, result);
            nanoseconds += System.nanoTime() - started;
            products++;
            progress.accept(products);
        }
    }
}
