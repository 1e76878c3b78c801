package org.eoslab.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static Scope scope() {
        return new Scope()
                .parameter("x")
                .parameter("y")
                .parameter("w", 3)
                .constant("mu", new BigDecimal("0.5"))
                .constant("λ", BigDecimal.TEN);
    }

    /** At x = 3, y = −2, w = (1, 2, 3). */
    private static double value(String text) {
        double[] result = new double[1];
        new Tape(new Derivatives(Expression.parse(text), scope()).value()).run(new double[] {3, -2, 1, 2, 3}, result);
        return result[0];
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2*x | 7",
                "-x^2 | -9",
                "(-x)^2 | 9",
                "2^3^2 | 512",
                "2^-1 | 0.5",
                "x**2 | 9",
                "x² | 9",
                "x²*y³ | -72",
                "x^2² | 81",
                "8/4/2 | 1",
                "10 - 4 - 3 | 3",
                "--x | 3",
                "+x | 3",
                "2*-x | -6",
                "1e-3*x | 0.003",
                ".5*x | 1.5",
                "x − 1·2 | 1",
                "if(x > 0, 1, 2) | 1",
                "if(x <= y, 1, 2) | 2",
                "(x >= 3)*5 | 5",
                "(x != 3) + (x == 3) | 1",
                "λ*mu | 5",
                "sum(w) | 6",
                "mean(w) | 2",
                "prod(w) | 6",
                "dot(w, w) | 14",
                "norm([3, 4]) | 5",
                "w[2] | 2",
                "(w*w)[3] | 9",
                "sum(w^2) | 14",
                "sum(2*w - 1) | 9",
                "max(w) | 3",
                "min(x, y, 7) | -2",
                "sum(max(w, 2)) | 7",
                "sum(if(w > 1, w, 0)) | 5",
                "pow(x, 2) | 9",
                "cbrt(-8) | -2",
                "sqrt(4) | 2",
                "abs(y) | 2",
                "sign(y) | -1",
                "relu(y) | 0",
                "relu(x) | 3",
                "log10(1000) | 3",
                "sin(pi/2) | 1",
                "log(e) | 1",
                "normcdf(0) | 0.5",
                "erf(0) | 0",
                "sigmoid(0) | 0.5",
                "0^0 | 1",
                "x^0 | 1",
                "4^0.5 | 2"
            })
    void hasTheUsualMeaning(String text, double expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + | expected a number, a name or ( at character 4 instead of the end",
                "(x | expected ) at character 3 instead of the end",
                "x y | expected an operator or the end at character 3 instead of y",
                "2x | expected an operator after 2, such as 2*x, at character 2",
                "x + muu | unknown name muu at character 5; the nearest is mu",
                "cosx | unknown name cosx at character 1; the nearest is cos",
                "zebra + 1 | unknown name zebra at character 1; there are x, y, w, mu, λ, pi, e",
                "logg(x) | unknown function logg at character 1; the nearest is log",
                "exp | exp is a function and needs its values, as in exp(x), at character 1",
                "pow(x) | pow takes 2 values and has 1, at character 1",
                "w[4] | [4] of a vector of 3 entries at character 2",
                "w[0] | expected which entry of the vector, a whole number from 1, at character 3",
                "w[1e308] | expected which entry of the vector, a whole number from 1, at character 3",
                "x[1] | [1] of a number, which has no entries, at character 2",
                "w | it is a vector of 3 entries; sum(…) or mean(…) makes it a number",
                "dot(w, [1, 2]) | dot of vectors of 3 and 2 entries, which must be as many, at character 1",
                "0 < x < 1 | a second comparison; write (a < b)*(b < c) for a < b < c: at character 7",
                "1e999 | 1e999 is outside the range of doubles, 5e-324 to 1.8e308, at character 1",
                "1e-999999999 | 1e-999999999 is outside the range of doubles, 5e-324 to 1.8e308, at character 1",
                "1.2.3 | expected an operator after 1.2 at character 4",
                "x $ y | expected an operator or the end at character 3 instead of $",
                "x & y | expected an operator or the end at character 3 instead of &"
            })
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertThatThrownBy(() -> value(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "+", "abs(", "x^", "[", "2^-"})
    void neverOverflowsTheStack(String piece) {
        assertThatThrownBy(() -> Expression.parse(piece.repeat(20_000)))
                .isInstanceOf(ExpressionException.class)
                .hasMessageStartingWith("nested more than 400 deep at character ");
    }

    @Test
    void longSumsAreRead() {
        assertThat(value("x" + " + 1".repeat(20_000))).isEqualTo(20_003);
        assertThatThrownBy(() -> Expression.parse("1" + "+1".repeat(50_000)))
                .hasMessage("a formula of 100001 characters; at most 100000 are read");
    }

    @Test
    void namesWhatItUses() {
        assertThat(Expression.parse("a*b + a*pi + exp(c)").names()).containsExactly("a", "b", "c");
    }
}
