package org.eoslab.model.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.DigitsArithmetic;
import org.eoslab.expression.Expression;
import org.eoslab.expression.Scope;
import org.eoslab.objective.Formula;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;

class DigitsDescentTest implements DynamicsContract {
    private static DigitsDescent descent(String loss, double eta, int digits) {
        Derivatives derivatives = new Derivatives(
                Expression.parse(loss), new Scope().parameter("x").parameter("y"));
        return new DigitsDescent(
                new Formula(derivatives),
                derivatives.gradient(),
                StepSize.constant(eta),
                DigitsMemory.of(new DigitsArithmetic(digits)));
    }

    @Override
    public Dynamics dynamics() {
        return descent("(1 - x*y)^2/2", 0.1, 60);
    }

    @Override
    public double[] start() {
        return new double[] {5, 0.15};
    }

    private static Run run(String loss, Map<String, ?> start, double eta, long steps, long digits) {
        return Run.of(
                Catalogue.load()
                        .experiment(Map.of(
                                "model", "formula", "loss", loss, "start", start, "eta", eta, "steps", steps, "digits",
                                digits)),
                Recording.ALL,
                List.of());
    }

    /** θ ← (1 − 0.6)θ is 0.4^t, exactly a decimal. */
    @Test
    void hasAllItsDigitsFarBelowTheDoubles() {
        DigitsDescent descent = descent("x^2 + y^2", 0.3, 60);
        State state = descent.start(new double[] {1, 3});
        for (int t = 0; t < 3000; t++) {
            descent.step(state);
        }
        BigDecimal expected = new BigDecimal("0.4").pow(3000);
        BigDecimal actual = new BigDecimal(descent.parameters(state).get(0).toString());
        assertThat(actual.subtract(expected).abs()).isLessThan(expected.multiply(new BigDecimal("1e-60")));
        assertThat(state.parameters()[0]).isZero();
        Table table = run("x^2", Map.of("x", 1), 0.3, 3000, 60).trajectory().table();
        double significand = table.get("xSignificand", 3000);
        int exponent = (int) table.get("xExponent", 3000);
        BigDecimal stored =
                new BigDecimal(significand).divide(BigDecimal.valueOf(2).pow(-exponent), MathContext.DECIMAL128);
        assertThat(stored.divide(expected, MathContext.DECIMAL128).doubleValue())
                .isCloseTo(1, within(1e-15));
    }

    /** In intervals the exact trajectory is proved to end there. */
    @Test
    void endsInTheIntervalThatIsProved() {
        Table table = run("(1 - x*y)^2/2", Map.of("x", 5, "y", 0.15), 0.1, 60, 60)
                .trajectory()
                .table();
        FormulaProof proof = new FormulaProof(
                new Derivatives(
                        Expression.parse("(1 - x*y)^2/2"),
                        new Scope().parameter("x").parameter("y")),
                List.of(new BigDecimal("5"), new BigDecimal("0.15")),
                new BigDecimal("0.1"),
                "");
        String loss = proof.check(60, 100, (step, last, digits) -> {})
                .findings()
                .get(0)
                .attained();
        double[] ends = FormulaProofTest.ends(loss);
        assertThat(table.get("loss", 60)).isBetween(Math.nextDown(ends[0]), Math.nextUp(ends[1]));
    }

    /** So many digits once kept all others from being had, until the program was started again. */
    @Test
    void theMostDigitsAreHadAndFewAfterThem() {
        for (long digits : new long[] {5, FormulaSettings.MOST_DIGITS, 5}) {
            Map<String, Object> file = Map.of(
                    "model",
                    "formula",
                    "loss",
                    "x^2/2",
                    "start",
                    Map.of("x", 1),
                    "eta",
                    0.5,
                    "steps",
                    3,
                    "digits",
                    digits);
            Run run = Run.of(Catalogue.load().experiment(file), Recording.ALL, List.of());
            assertThat(run.trajectory().table().get("x", 3)).isEqualTo(0.125);
        }
    }

    @Test
    void aPowerBeyondAllExponentsIsFoundAtOnce() {
        Map<String, Object> file = Map.of(
                "model",
                "formula",
                "loss",
                "(1 - x*y)^2147483648/2 + exp(-x^2*1e9)",
                "start",
                Map.of("x", 6.0, "y", 0.1),
                "eta",
                0.08,
                "steps",
                2);
        Run run = Run.of(Catalogue.load().experiment(file), Recording.ALL, List.of());
        assertThat(run.trajectory().table().get("loss", 0)).isZero();
    }

    @Test
    void saysWhatItCannotDo() {
        Map<String, Object> file = Map.of(
                "model",
                "formula",
                "loss",
                "x^2",
                "start",
                Map.of("x", 1),
                "eta",
                1,
                "digits",
                60,
                "optimizer",
                "adam");
        assertThatThrownBy(() -> Run.of(Catalogue.load().experiment(file), Recording.ALL, List.of()))
                .hasMessage("optimizer: adam is not allowed with digits: 60; it must be gd");
    }
}
