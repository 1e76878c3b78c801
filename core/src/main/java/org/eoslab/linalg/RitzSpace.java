package org.eoslab.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an operator A: its images of some orthonormal directions V, exactly, and a low-rank model of it elsewhere.
 *
 * <p>Everything is kept in the coordinates of one orthonormal basis Q that holds the model's vectors W, the directions and their
 * images, so that the work on vectors of ℝⁿ is one orthogonalisation and one combination a product. With T = VᵀAV = SΘSᵀ the
 * Ritz vectors are the columns of VS, and ‖AVs − θVs‖ is a residual in truth, not an estimate.
 *
 * <p>The prediction M is the matrix nearest to the model that is symmetric and agrees with every product (Powell 1970, the
 * symmetric Broyden update, for a block of directions): M = (I − VVᵀ)·(μI + W(Θ₀ − μ)Wᵀ)·(I − VVᵀ) + VVᵀA + AVVᵀ − V·T·Vᵀ,
 * with μ for an eigenvalue where nothing was seen: 0, as most of a network's are, unless halfway between the last of those wanted and the
 * least Ritz value is below. An unseen direction must not look better than what is wanted.
 */
final class RitzSpace {
    /** A direction of which less is left outside of V is rounding. */
    private static final double NOTHING = 1e-10;

    private final SymmetricOperator operator;
    private final double[] argument;
    private Basis basis;
    private double[] model;
    private final int wanted;
    private double unseen;
    private final List<double[]> directions = new ArrayList<>();
    private final List<double[]> images = new ArrayList<>();
    private int products;
    private double norm;
    private boolean finite = true;
    private double[] values = new double[0];
    private double[][] ritz = new double[0][];
    private double[] predictedValues = new double[0];
    private double[][] predicted = new double[0][];

    /**
     * Nothing but a model is known.
     *
     * @param wanted how many of the largest eigenvalues it is for
     */
    RitzSpace(SymmetricOperator operator, LowRank model, int wanted) {
        this.operator = operator;
        this.wanted = wanted;
        this.argument = new double[operator.dimension()];
        this.basis = new Basis(operator.dimension(), model.vectors());
        this.model = model.values();
        this.norm = Arrays.stream(this.model).map(Math::abs).max().orElse(0);
    }

    /** n. */
    int dimension() {
        return basis.dimension();
    }

    /** The number of directions. */
    int size() {
        return directions.size();
    }

    /** The number of vectors of ℝⁿ that are held. */
    int vectors() {
        return basis.size();
    }

    int products() {
        return products;
    }

    /** Whether every product so far was finite: those of a diverged loss are not. */
    boolean isFinite() {
        return finite;
    }

    /**
     * Adds a direction at random near the model's first vector, at the price of one product.
     *
     * @param noise the length of what is random in it, relative to the rest
     */
    void expandNear(double noise, SplittableRandom random) {
        double[] direction = basis.add(Vectors.randomUnit(basis.dimension(), random));
        Vectors.scale(noise, direction);
        direction[0] += 1;
        expand(direction);
    }

    /** Adds a random direction, at the price of one product; there must be one left. */
    void expandRandomly(SplittableRandom random) {
        while (!expand(basis.add(Vectors.randomUnit(basis.dimension(), random)))) {
            // What was drawn lies in the space: all but impossible, unless it is almost everything.
        }
    }

    /** Adds directions until there are no more, at the price of a product each, or one is not finite. */
    void complete(SplittableRandom random) {
        while (finite && size() < dimension()) {
            expandRandomly(random);
        }
    }

    /** Adds this vector of ℝⁿ, at the price of one product; false when it lies in the space. */
    boolean expandAlong(double[] vector) {
        return expand(basis.add(vector.clone()));
    }

    /** Adds what the i-th predicted eigenvector has outside of the space, at the price of one product; false when that is nothing. */
    boolean expandTowards(int i) {
        return i < predicted.length && expand(predicted[i]);
    }

    /**
     * Adds a direction halfway between that one and a random one of the model's span, where its eigenvalues are large: eigenvectors
     * of a cluster turn into each other as the operator changes, and the top one may have nothing of the model's first.
     */
    boolean expandAside(int i, SplittableRandom random) {
        double[] direction = new double[basis.size()];
        for (int j = 0; j < model.length; j++) {
            direction[j] = model[j] * (random.nextDouble() - 0.5);
        }
        double[] aside = outside(direction);
        double[] ahead = i < predicted.length ? outside(predicted[i]) : null;
        if (aside != null && ahead != null) {
            Vectors.add(1, aside, ahead);
        }
        double[] chosen = ahead != null ? ahead : aside;
        return chosen != null && expand(chosen);
    }

    /** Adds the residual of the i-th Ritz pair, at the price of one product; false when that is nothing. */
    boolean expandByResidual(int i) {
        return i < size() && expand(residual(i));
    }

    /** Adds the last vector of the basis: after one random direction, the next Lanczos vector. */
    boolean expandByLast() {
        double[] last = new double[basis.size()];
        last[last.length - 1] = 1;
        return expand(last);
    }

    private boolean expand(double[] coordinates) {
        double[] direction = outside(coordinates);
        if (direction == null) {
            return false;
        }
        double[] image = new double[basis.dimension()];
        basis.combine(direction, argument);
        operator.apply(argument, image);
        products++;
        double[] known = basis.add(image);
        double length = Vectors.norm(known);
        finite &= Double.isFinite(length);
        norm = Math.max(norm, length);
        directions.add(direction);
        images.add(finite ? known : new double[basis.size()]);
        return true;
    }

    /** The unit vector along what these coordinates have outside of the directions, null when that is nothing. */
    private double @Nullable [] outside(double[] coordinates) {
        double[] direction = coordinates.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] known : directions) {
                Vectors.add(-dot(known, direction), known, direction);
            }
            double left = Vectors.norm(direction);
            if (!(left > NOTHING)) {
                return null;
            }
            Vectors.scale(1 / left, direction);
        }
        return direction;
    }

    /** Solves the projected problem and predicts; call it after adding directions and before the methods below. */
    void solve() {
        int m = basis.size();
        RealMatrix v = columns(directions, m);
        RealMatrix av = columns(images, m);
        RealMatrix t = v.transposeMultiply(av);
        SymmetricDecomposition projected = eigen(t);
        values = projected.values();
        ritz = projected.vectors();
        norm = Math.max(norm, Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1])));
        unseen = Math.min(0, 0.5 * (values[Math.min(wanted, values.length) - 1] + values[values.length - 1]));

        RealMatrix outside = MatrixUtils.createRealIdentityMatrix(m).subtract(v.multiplyTransposed(v));
        RealMatrix onModel = outside.getSubMatrix(0, m - 1, 0, Math.max(model.length, 1) - 1);
        RealMatrix scaled = onModel.multiply(MatrixUtils.createRealDiagonalMatrix(aboveUnseen()));
        RealMatrix halfway = av.subtract(v.multiply(t).scalarMultiply(0.5));
        RealMatrix prediction = scaled.multiplyTransposed(onModel)
                .add(v.multiplyTransposed(halfway))
                .add(halfway.multiplyTransposed(v));
        if (unseen != 0) {
            prediction = prediction.add(outside.scalarMultiply(unseen));
        }
        SymmetricDecomposition predictedPairs = eigen(prediction);
        predictedValues = predictedPairs.values();
        predicted = predictedPairs.vectors();
    }

    /** What the model's values are above what is unseen; one zero where there is no model. */
    private double[] aboveUnseen() {
        return model.length == 0
                ? new double[1]
                : Arrays.stream(model).map(value -> value - unseen).toArray();
    }

    /** Of the symmetric part; {@link #isFinite} says that all is finite. */
    private static SymmetricDecomposition eigen(RealMatrix matrix) {
        RealMatrix symmetric = matrix.add(matrix.transpose()).scalarMultiply(0.5);
        return Objects.requireNonNull(SymmetricDecomposition.of(symmetric.getData()), "an entry is not finite");
    }

    private static RealMatrix columns(List<double[]> vectors, int rows) {
        RealMatrix matrix = new Array2DRowRealMatrix(rows, vectors.size());
        for (int j = 0; j < vectors.size(); j++) {
            matrix.setColumn(j, Arrays.copyOf(vectors.get(j), rows));
        }
        return matrix;
    }

    /** Says that A is part of an operator with this norm, whose rounding it has. */
    void partOf(double whole) {
        norm = Math.max(norm, whole);
    }

    /** What ‖A‖ is at least: the largest Ritz value, the length of the longest image so far, and what the model has. */
    double norm() {
        return norm;
    }

    /** The Ritz values, largest first. */
    double[] values() {
        return values;
    }

    /** Whether the model predicts an i-th eigenvalue above this. What it has where nothing is known predicts nothing. */
    boolean predictsAbove(double value, int i) {
        return model.length > 0 && predictedValues[i] > Math.max(value, unseen * (1 - NOTHING));
    }

    /** The unit Ritz vector of the i-th value. */
    double[] vector(int i) {
        return basis.combine(combination(ritz[i], directions));
    }

    /** ‖A·v − θ·v‖ of the i-th Ritz pair. */
    double residualNorm(int i) {
        return Vectors.norm(residual(i));
    }

    private double[] residual(int i) {
        double[] residual = combination(ritz[i], images);
        Vectors.add(-values[i], combination(ritz[i], directions), residual);
        return residual;
    }

    /** The squared first component of each Ritz vector in the directions: its share of the first one. */
    double[] startWeights() {
        return Arrays.stream(ritz).mapToDouble(s -> s[0] * s[0]).toArray();
    }

    /** The predicted eigenpairs with the largest values, as a model for a nearby operator. */
    LowRank predictedPairs(int most) {
        int[] kept = kept(predictedValues, most);
        return LowRank.rounded(
                Arrays.stream(kept).mapToDouble(i -> predictedValues[i]).toArray(),
                basis.combine(Arrays.stream(kept).mapToObj(i -> predicted[i]).toArray(double[][]::new)));
    }

    /**
     * The indices of the largest values, with the least one for the last of them if its magnitude is the largest: it says how large the
     * operator is, and how low what is unseen may be.
     */
    private static int[] kept(double[] values, int most) {
        int[] kept = IntStream.range(0, Math.min(most, values.length)).toArray();
        if (-values[values.length - 1] > values[0]) {
            kept[kept.length - 1] = values.length - 1;
        }
        return kept;
    }

    /** Thick restart: keeps the Ritz vectors of the {@code most} largest values, with their images, and no model; costs no product. */
    void restart(int most) {
        int[] kept = kept(values, most);
        Basis small = new Basis(basis.size(), new double[0][]);
        List<double[]> rows = new ArrayList<>();
        List<double[]> keptDirections = new ArrayList<>();
        List<double[]> keptImages = new ArrayList<>();
        for (int i : kept) {
            keptDirections.add(small.add(combination(ritz[i], directions)));
        }
        for (int i : kept) {
            keptImages.add(small.add(combination(ritz[i], images)));
        }
        for (int j = 0; j < small.size(); j++) {
            double[] unit = new double[small.size()];
            unit[j] = 1;
            rows.add(small.combine(unit));
        }
        basis = new Basis(basis.dimension(), basis.combine(rows.toArray(double[][]::new)));
        model = new double[0];
        directions.clear();
        directions.addAll(keptDirections);
        images.clear();
        images.addAll(keptImages);
        solve();
    }

    private double[] combination(double[] weights, List<double[]> vectors) {
        double[] result = new double[basis.size()];
        for (int j = 0; j < weights.length; j++) {
            Vectors.add(weights[j], vectors.get(j), result);
        }
        return result;
    }

    /** Coordinates that are missing at the end are zero. */
    private static double dot(double[] x, double[] y) {
        return Vectors.dot(x, y, 0, Math.min(x.length, y.length));
    }
}
