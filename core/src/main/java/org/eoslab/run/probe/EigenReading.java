package org.eoslab.run.probe;

import java.util.Arrays;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.SymmetricOperator;

/**
 * The top eigenpairs of an operator that has moved since the last reading.
 *
 * @param pairs the pairs, with the products of the whole reading
 * @param repaired whether a cold start found larger ones than the warm start did
 */
record EigenReading(EigenPairs pairs, boolean repaired) {
    /** No reading. */
    static final EigenReading NONE = new EigenReading(EigenPairs.NONE, false);

    /**
     * Reads warm, from {@code guess}.
     *
     * @param most how many pairs at most
     * @param follow read all eigenvalues above it and one more; −∞ for {@code most} of them
     */
    static EigenReading warm(
            EigenSolver solver, SymmetricOperator operator, EigenPairs guess, int most, double follow) {
        int count = wanted(guess, most, follow);
        EigenPairs pairs = solver.largest(operator, count, guess);
        while (count < most && pairs.values()[count - 1] > follow) {
            // Where nothing was known before, their number may be anything.
            count = Math.min(most, guess.values().length == 0 ? 2 * count : count + 1);
            pairs = solver.largest(operator, count, pairs).afterSpending(pairs.products());
        }
        return new EigenReading(pairs.first(wanted(pairs, count, follow)), false);
    }

    /** How many pairs are above {@code follow}, and one more, {@code most} at most; {@code most} where all are to be read. */
    private static int wanted(EigenPairs pairs, int most, double follow) {
        if (follow == Double.NEGATIVE_INFINITY) {
            return most;
        }
        long above = Arrays.stream(pairs.values()).filter(x -> x > follow).count();
        return (int) Math.min(most, above + 1);
    }

    /** Reads cold besides, and keeps those pairs if one is larger than ours by more than both residuals and their rounding allow. */
    EigenReading audited(EigenSolver solver, SymmetricOperator operator) {
        int count = pairs.values().length;
        EigenPairs cold = solver.largest(operator, count, EigenPairs.NONE);
        double rounding = 2 * operator.rounding() * Math.abs(cold.largest());
        boolean larger = false;
        for (int i = 0; i < count; i++) {
            larger |= cold.values()[i] > pairs.values()[i] + pairs.residuals()[i] + cold.residuals()[i] + rounding;
        }
        EigenPairs kept = larger ? cold : pairs;
        return new EigenReading(kept.afterSpending(larger ? pairs.products() : cold.products()), larger);
    }
}
