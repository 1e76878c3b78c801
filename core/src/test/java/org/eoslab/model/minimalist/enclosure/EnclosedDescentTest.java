package org.eoslab.model.minimalist.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;
import org.eoslab.Shared;
import org.eoslab.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnclosedDescentTest {
    /** Bits of the reference's 25 printed digits, less one digit for its rounding. */
    private static final MathContext PRINTED = new MathContext(24, RoundingMode.HALF_EVEN);

    private static final MathContext ORACLE = new MathContext(150);

    /** Oracle: trajectories computed independently with 120 digits, 25 of them printed. */
    @ParameterizedTest
    @CsvSource({"canonical, 6000", "unclipped, 6000", "underflow, 8000"})
    void enclosesTheReference(String name, int steps) throws Exception {
        JsonNode reference = reference(name);
        EnclosedDescent descent = new EnclosedDescent(settings(reference.get("config")), Interval.bits(100));
        EnclosedState state = descent.start();
        int seen = 0;
        for (JsonNode expected : reference.get("states")) {
            if (expected.get("t").asLong() > steps) {
                break;
            }
            while (state.step() < expected.get("t").asLong()) {
                state = descent.step(state).next();
            }
            seen++;
            assertEncloses(state.alpha(), new BigDecimal(expected.get("alpha").asText()));
            assertEncloses(state.beta2(), new BigDecimal(expected.get("beta2").asText()));
            BigDecimal beta1 = new BigDecimal(expected.get("beta1").asText());
            BigDecimal u = descent.settings().u();
            assertEncloses(state.oscillation(), beta1.pow(2).multiply(u));
        }
        assertThat(seen).isGreaterThan(3);
    }

    @Test
    void crossingsAreDecidedAsInTheReference() throws Exception {
        JsonNode reference = reference("canonical");
        EnclosedDescent descent = new EnclosedDescent(settings(reference.get("config")), Interval.bits(100));
        EnclosedState state = descent.start();
        boolean above = false;
        StringBuilder crossings = new StringBuilder();
        for (int t = 0; t < 1000; t++) {
            EnclosedStep step = descent.step(state);
            if (step.above() != above) {
                above = step.above();
                crossings.append(above ? "up " : "down ").append(t).append(' ');
            }
            state = step.next();
        }
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < reference.get("crossUp").size(); i++) {
            long up = reference.get("crossUp").get(i).asLong();
            if (up < 1000) {
                expected.append("up ").append(up).append(' ');
            }
            long down = reference.get("crossDown").get(i).asLong();
            if (down < 1000) {
                expected.append("down ").append(down).append(' ');
            }
        }
        assertThat(crossings.toString()).isEqualTo(expected.toString());
    }

    /** Oracle: the update as the specification has it, in θ itself, in decimal arithmetic of 150 digits. */
    @ParameterizedTest
    @CsvSource({
        "step, 0.0005, UP DOWN FREE",
        "step, 0.1, DOWN FREE",
        "norm, 0.001, SCALED FREE",
        "norm, 0.002, SCALED FREE"
    })
    void enclosesTheOtherClippingRules(String kind, BigDecimal c, String branches) throws UndecidedException {
        BigDecimal eta = new BigDecimal("3.2");
        BigDecimal lambda2 = new BigDecimal("0.001");
        BigDecimal alpha = new BigDecimal("0.7");
        BigDecimal beta1 = new BigDecimal("0.005");
        BigDecimal beta2 = new BigDecimal("0.2");
        ExactClip clip = kind.equals("step") ? new ExactClip.Step(c) : new ExactClip.Norm(c);
        EnclosedDescent descent = new EnclosedDescent(
                new ExactSettings(BigDecimal.ONE, lambda2, eta, alpha, beta1, beta2, clip), Interval.bits(100));
        EnclosedState state = descent.start();
        Set<Branch> seen = EnumSet.noneOf(Branch.class);
        for (int t = 0; t < 1500; t++) {
            assertNear(state.alpha(), alpha);
            assertNear(state.beta2(), beta2);
            assertNear(state.oscillation(), beta1.pow(2).multiply(eta));
            EnclosedStep step = descent.step(state);
            seen.add(step.branch());
            BigDecimal excess = alpha.multiply(beta2).subtract(BigDecimal.ONE).multiply(lambda2);
            BigDecimal byAlpha = alpha.multiply(beta1.pow(2)).add(beta2.multiply(excess));
            BigDecimal byBeta1 = alpha.pow(2).multiply(beta1);
            BigDecimal byBeta2 = alpha.multiply(excess);
            BigDecimal rate = eta;
            if (kind.equals("norm")) {
                BigDecimal norm =
                        byAlpha.pow(2).add(byBeta1.pow(2)).add(byBeta2.pow(2)).sqrt(ORACLE);
                rate = eta.multiply(BigDecimal.ONE.min(c.divide(norm, ORACLE)));
            }
            BigDecimal change = rate.multiply(byAlpha);
            if (kind.equals("step")) {
                change = change.min(c).max(c.negate());
            }
            assertNear(step.change(), change.negate());
            alpha = alpha.subtract(change, ORACLE);
            beta1 = beta1.subtract(rate.multiply(byBeta1), ORACLE);
            beta2 = beta2.subtract(rate.multiply(byBeta2), ORACLE);
            state = step.next();
        }
        Set<Branch> expected = EnumSet.noneOf(Branch.class);
        for (String branch : branches.split(" ")) {
            expected.add(Branch.valueOf(branch));
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(state.alpha().width()).isLessThan(1e-75);
    }

    /** At the border of a rule both branches are the same step; the start decides it exactly and 20 bits do not. */
    @Test
    void equalityInAClippingRuleIsDecidedExactly() throws UndecidedException {
        // η∂α = 0.1·(2·0.01 − 0.1·0.5·0.5) = −0.0005, and ‖∇L‖² = 0.005² + 0.2² + 0.05² = 0.042525.
        BigDecimal tenth = new BigDecimal("0.1");
        ExactSettings settings = new ExactSettings(
                BigDecimal.valueOf(2),
                tenth,
                tenth,
                BigDecimal.ONE,
                tenth,
                new BigDecimal("0.5"),
                new ExactClip.Step(new BigDecimal("0.0005")));
        EnclosedDescent descent = new EnclosedDescent(settings, 20);
        assertThat(descent.step(descent.start()).branch()).isEqualTo(Branch.FREE);
        assertThat(settings.gradientSquare()).isEqualByComparingTo("0.042525");
    }

    /** Encloses the value, to the rounding of the oracle over the steps. */
    private static void assertNear(Interval enclosure, BigDecimal value) {
        BigDecimal slack = value.abs().movePointLeft(ORACLE.getPrecision() - 20);
        assertThat(enclosure.isBelow(Interval.of(value.subtract(slack), 600))).isFalse();
        assertThat(Interval.of(value.add(slack), 600).isBelow(enclosure)).isFalse();
    }

    private static void assertEncloses(Interval enclosure, BigDecimal printed) {
        BigDecimal slack = printed.abs().movePointLeft(PRINTED.getPrecision() - 1);
        Interval around = Interval.of(printed.subtract(slack), enclosure.bits());
        Interval to = Interval.of(printed.add(slack), enclosure.bits());
        assertThat(around.isBelow(enclosure) && enclosure.isBelow(to))
                .as("%s against %s", enclosure, printed)
                .isTrue();
    }

    private static JsonNode reference(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Shared.path("reference/" + name + ".json").toFile());
    }

    private static ExactSettings settings(JsonNode config) {
        JsonNode kappa = config.get("kappa");
        return new ExactSettings(
                new BigDecimal(config.get("lambda1").asText()),
                new BigDecimal(config.get("lambda2").asText()),
                new BigDecimal(config.get("eta").asText()),
                new BigDecimal(config.get("alpha").asText()),
                new BigDecimal(config.get("beta1").asText()),
                new BigDecimal(config.get("beta2").asText()),
                kappa == null || kappa.isNull()
                        ? new ExactClip.None()
                        : new ExactClip.Floor(new BigDecimal(kappa.asText())));
    }
}
