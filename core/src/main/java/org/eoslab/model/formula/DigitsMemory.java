package org.eoslab.model.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.eoslab.expression.DigitsArithmetic;
import org.hipparchus.dfp.Dfp;

/**
 * Numbers of many digits in a state's memory: of each its decimal exponent, then its digits in groups of fifteen, the last ones first, with
 * its sign; so a checkpoint has them whole.
 *
 * @param arithmetic the numbers
 * @param groups how many groups hold all digits
 */
record DigitsMemory(DigitsArithmetic arithmetic, int groups) {
    private static final BigInteger GROUP = BigInteger.TEN.pow(15);

    /** The decimal exponent that stands for a number that is infinite or none. */
    private static final double NOT_A_NUMBER = Double.MAX_VALUE;

    static DigitsMemory of(DigitsArithmetic arithmetic) {
        // A Dfp has four digits in each of its own.
        return new DigitsMemory(arithmetic, 4 * arithmetic.field().getRadixDigits() / 15 + 1);
    }

    double[] write(List<Dfp> numbers) {
        double[] memory = new double[numbers.size() * (groups + 1)];
        write(numbers, memory);
        return memory;
    }

    void write(List<Dfp> numbers, double[] memory) {
        int next = 0;
        for (Dfp number : numbers) {
            if (number.isNaN() || number.isInfinite()) {
                memory[next] = NOT_A_NUMBER;
                next += groups + 1;
                continue;
            }
            BigDecimal decimal = new BigDecimal(number.toString()).stripTrailingZeros();
            memory[next++] = -decimal.scale();
            BigInteger rest = decimal.unscaledValue();
            for (int g = 0; g < groups; g++) {
                BigInteger[] parts = rest.divideAndRemainder(GROUP);
                memory[next++] = parts[1].doubleValue();
                rest = parts[0];
            }
        }
    }

    List<Dfp> read(double[] memory) {
        List<Dfp> numbers = new ArrayList<>();
        for (int at = 0; at < memory.length; at += groups + 1) {
            if (memory[at] == NOT_A_NUMBER) {
                numbers.add(arithmetic.field().newDfp(Double.NaN));
                continue;
            }
            BigInteger unscaled = BigInteger.ZERO;
            for (int g = groups; g >= 1; g--) {
                unscaled = unscaled.multiply(GROUP).add(BigInteger.valueOf((long) memory[at + g]));
            }
            numbers.add(arithmetic.constant(new BigDecimal(unscaled, (int) -memory[at])));
        }
        return numbers;
    }
}
