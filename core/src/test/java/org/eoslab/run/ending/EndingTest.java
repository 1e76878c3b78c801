package org.eoslab.run.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.Momentum;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.objective.Quadratic;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random runs whose end is known. */
class EndingTest {
    private static final int CASES = 50;

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void aConvexQuadraticEndsInItsMinimum() {
        for (int i = 0; i < CASES; i++) {
            double scale = Math.pow(10, random.nextDouble(-6, 6));
            double[] h = random.doubles(random.nextInt(1, 9), 0.1, 2)
                    .map(x -> scale * x)
                    .toArray();
            Dynamics gd = i % 2 == 0
                    ? new GradientDescent(new Quadratic(h), 0.9 / scale)
                    : Momentum.polyak(new Quadratic(h), StepSize.constant(0.5 / scale), 0.5);
            Ending ending = ending(gd, random.doubles(h.length, -3, 3).toArray(), 400);
            assertThat(ending.kind()).as(ending.evidence()).isEqualTo(Ending.Kind.MINIMUM);
            double least = Arrays.stream(h).min().orElseThrow();
            assertThat(ending.numbers().get("smallestEigenvalue")).isCloseTo(least, within(1e-12 * least));
        }
    }

    /** From (x, −x) gradient descent on ½(μ − xy)² keeps to that line, whose lowest point is the saddle, of eigenvalues ±μ. */
    @Test
    void theAntidiagonalOfAProductEndsInItsSaddle() {
        for (int i = 0; i < CASES; i++) {
            double mu = random.nextDouble(0.1, 3);
            double x = random.nextDouble(-1.5, 1.5);
            double eta = random.nextDouble(0.1, 0.9) / (mu + x * x);
            Ending ending = run("chen-bruna-2d", Map.of("mu", mu, "x", x, "y", -x, "eta", eta, "steps", 2000))
                    .ending();
            assertThat(ending.kind()).as(ending.evidence()).isEqualTo(Ending.Kind.SADDLE);
            assertThat(ending.numbers().get("smallestEigenvalue")).isCloseTo(-mu, within(1e-9));
            assertThat(ending.numbers().get("largestEigenvalue")).isCloseTo(mu, within(1e-9));
        }
        Ending told = run("chen-bruna-2d", Map.of("x", 1, "y", -1, "eta", 0.5)).ending();
        assertThat(told.kind()).isEqualTo(Ending.Kind.SADDLE);
        assertThat(told.numbers().get("distance")).isZero();
        assertThat(told.numbers().get("smallestEigenvalue")).isCloseTo(-1, within(1e-12));
    }

    /** A start beside that line goes to the saddle first, and leaves it. */
    @Test
    void aSaddleThatIsLeftIsNotTheEnd() {
        Ending ending = run("chen-bruna-2d", Map.of("x", 1, "y", -1 + 1e-9, "eta", 0.1, "steps", 100))
                .ending();
        assertThat(ending.kind()).as(ending.evidence()).isEqualTo(Ending.Kind.NOT_SETTLED);
        assertThat(ending.evidence()).startsWith("it leaves a saddle");
    }

    /** The period of x⁺ = x − ηx(x² − 1) by the map itself, on both sides of √5 − 1, where it doubles from 2. */
    @Test
    void beyondTheThresholdTheDoubleWellEndsInAnOrbit() {
        for (int i = 0; i < CASES; i++) {
            double eta = random.nextDouble(1.03, 1.27);
            double x = random.nextDouble(0.8, 0.95);
            double end = x;
            for (int t = 0; t < 200_000; t++) {
                end -= eta * end * (end * end - 1);
            }
            int period = 0;
            double next = end;
            do {
                next -= eta * next * (next * next - 1);
                period++;
            } while (Math.abs(next - end) > 1e-9 && period < 100);
            if (period <= 16 && Math.abs(eta - (Math.sqrt(5) - 1)) > 1e-3) {
                Ending ending = run("chen-bruna", Map.of("eta", eta, "x", x, "steps", 20_000))
                        .ending();
                assertThat(ending.kind()).as("%s %s", eta, ending.evidence()).isEqualTo(Ending.Kind.ORBIT);
                assertThat(ending.numbers()).isEqualTo(Map.of("period", (double) period));
            }
        }
    }

    @Test
    void aboveItsThresholdAQuadraticGrows() {
        for (int i = 0; i < CASES; i++) {
            double[] h = random.doubles(4, 0.1, 1).toArray();
            h[0] = 1 + Math.pow(10, random.nextDouble(-3, -1));
            Dynamics gd = new GradientDescent(new Quadratic(h), 2);
            Ending ending = ending(gd, random.doubles(4, 0.5, 1).toArray(), 3000 + random.nextInt(2));
            assertThat(ending.kind()).as(ending.evidence()).isEqualTo(Ending.Kind.GROWING);
        }
        // To 1e179, where the loss is no double any more.
        Ending far = ending(new GradientDescent(new Quadratic(1.1), 2), new double[] {1}, 2260);
        assertThat(far.kind()).as(far.evidence()).isEqualTo(Ending.Kind.GROWING);
        Ending over = ending(new GradientDescent(new Quadratic(2.5), 2), new double[] {1}, 5000);
        assertThat(over.kind()).isEqualTo(Ending.Kind.DIVERGED);
    }

    @Test
    void aRunThatIsUnderWayHasNotSettled() {
        for (int i = 0; i < CASES; i++) {
            double[] h = random.doubles(5, 0.1, 1).toArray();
            Ending ending = ending(
                    new GradientDescent(new Quadratic(h), 0.1),
                    random.doubles(5, 0.5, 1).toArray(),
                    random.nextInt(20));
            assertThat(ending.kind()).as(ending.evidence()).isEqualTo(Ending.Kind.NOT_SETTLED);
        }
    }

    /** Where the Hessian is too large to be formed, both ends of its spectrum. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0, 0.1})
    void ofManyParameters(double least) {
        double[] h = random.doubles(500, 0.5, 1).toArray();
        h[7] = least;
        double[] start = random.doubles(500, -1, 1).toArray();
        start[7] = least < 0 ? 0 : start[7];
        Ending ending = ending(new GradientDescent(new Quadratic(h), 1), start, 300);
        assertThat(ending.kind()).as(ending.evidence()).isEqualTo(least < 0 ? Ending.Kind.SADDLE : Ending.Kind.MINIMUM);
        assertThat(ending.numbers().get("smallestEigenvalue")).isCloseTo(least, within(1e-3));
    }

    /** Its minima are a curve: two directions are curved, and the smallest eigenvalue is 0. */
    @Test
    void thePapersRunGoesOnToAMinimum() {
        assertThat(run("canonical", Map.of()).ending().kind()).isEqualTo(Ending.Kind.NOT_SETTLED);
        Ending ending = run("canonical", Map.of("steps", 20_000)).ending();
        assertThat(ending.kind()).as(ending.evidence()).isEqualTo(Ending.Kind.MINIMUM);
        assertThat(ending.numbers().get("smallestEigenvalue")).isCloseTo(0, within(1e-9));
    }

    private static Run run(String preset, Map<String, ?> changes) {
        Catalogue catalogue = Catalogue.load();
        return Run.of(
                catalogue.experiment(catalogue.preset(preset)).with(changes), new Recording.Every(100), List.of());
    }

    private static Ending ending(Dynamics dynamics, double[] start, int steps) {
        State state = dynamics.start(start);
        for (int t = 0; t < steps && state.isFinite(); t++) {
            dynamics.step(state);
        }
        Outcome outcome = state.isFinite() ? Outcome.COMPLETED : Outcome.DIVERGED;
        return Ending.of(dynamics, outcome, dynamics.start(start), state);
    }
}
