package org.eoslab.claim.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.eoslab.Shared;
import org.eoslab.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnclosedDescentTest {
    /** Bits of the reference's 25 printed digits, less one digit for its rounding. */
    private static final MathContext PRINTED = new MathContext(24, RoundingMode.HALF_EVEN);

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
                kappa == null || kappa.isNull() ? Optional.empty() : Optional.of(new BigDecimal(kappa.asText())));
    }
}
