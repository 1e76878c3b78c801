package org.eoslab.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.Tolerances;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.Expression;
import org.eoslab.expression.Scope;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

/** On a loss that no symmetry makes easy; beside the same one compiled from its formula, which has derivatives of its own. */
class AutoDiffObjectiveTest implements ObjectiveContract {
    private static final String FORMULA = "log(cosh(x*y)) + exp(x - z)*sin(y) + z^4/(1 + x^2)";

    private static DerivativeStructure loss(DerivativeStructure[] w) {
        DerivativeStructure x = w[0];
        DerivativeStructure y = w[1];
        DerivativeStructure z = w[2];
        return x.multiply(y)
                .cosh()
                .log()
                .add(x.subtract(z).exp().multiply(y.sin()))
                .add(z.pow(4).divide(x.multiply(x).add(1)));
    }

    @Override
    public SmoothObjective objective() {
        return AutoDiffObjective.of(3, AutoDiffObjectiveTest::loss);
    }

    @Test
    void isTheFormulaToItsThirdDerivative() {
        Scope scope = new Scope().parameter("x").parameter("y").parameter("z");
        Formula formula = new Formula(new Derivatives(Expression.parse(FORMULA), scope));
        for (long seed = 0; seed < 50; seed++) {
            double[] w = point(seed);
            double[] u = point(seed + 1000);
            double[] v = point(seed + 2000);
            double[][] of = new double[3][3];
            double[][] expected = new double[3][3];
            assertThat(objective().gradient(w, of[0]))
                    .isCloseTo(formula.gradient(w, expected[0]), within(Tolerances.CLOSED_FORM));
            objective().hessian(w).apply(u, of[1]);
            formula.hessian(w).apply(u, expected[1]);
            objective().thirdDerivative(w, u, v, of[2]);
            formula.thirdDerivative(w, u, v, expected[2]);
            for (int order = 0; order < 3; order++) {
                for (int i = 0; i < 3; i++) {
                    assertThat(of[order][i])
                            .isCloseTo(
                                    expected[order][i],
                                    within(Tolerances.CLOSED_FORM * (1 + Math.abs(expected[order][i]))));
                }
            }
        }
    }

    @Test
    void needsAParameter() {
        assertThatIllegalArgumentException().isThrownBy(() -> AutoDiffObjective.of(0, w -> w[0]));
    }
}
