package org.eoslab.model.minimalist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eoslab.Shared;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: trajectories computed independently with 120 digits. */
class ReferenceTest {
    /** The specification's bound on α, β₂, S and the loss; a double run attains 1e-12. */
    private static final double RELATIVE = 1e-10;

    private static final double RELATIVE_BETA1 = 1e-7;
    private static final double ABSOLUTE_LOSS = 1e-15;

    @ParameterizedTest
    @ValueSource(strings = {"canonical", "many-cycles", "unclipped", "underflow"})
    void agreesWithTheReference(String name) throws IOException {
        JsonNode reference = new ObjectMapper()
                .readTree(Shared.path("reference/" + name + ".json").toFile());
        Catalogue catalogue = Catalogue.load();
        Run run = Run.of(catalogue.experiment(catalogue.preset(name)), Recording.ALL, List.of());
        Table table = run.trajectory().table();
        for (JsonNode state : reference.get("states")) {
            int t = state.get("t").asInt();
            for (String column : List.of("alpha", "beta2", "sharpness", "gfsSharpness")) {
                double expected = state.get(column).asDouble();
                assertThat(table.get(column, t))
                        .as("%s at %d", column, t)
                        .isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
            }
            assertThat(table.get("alignment", t))
                    .isCloseTo(state.get("alignment").asDouble(), within(RELATIVE));
            for (String column : List.of("loss", "surrogateLoss")) {
                double expected = state.get(column).asDouble();
                assertThat(table.get(column, t))
                        .as("%s at %d", column, t)
                        .isCloseTo(expected, within(RELATIVE * expected + ABSOLUTE_LOSS));
            }
            BigDecimal beta1 = new BigDecimal(state.get("beta1").asText());
            BigDecimal ratio = exactBeta1(table, t).divide(beta1, MathContext.DECIMAL64);
            assertThat(ratio.doubleValue()).as("beta1 at %d", t).isCloseTo(1, within(RELATIVE_BETA1));
        }
        assertThat(run.trajectory().timeline().crossUp()).isEqualTo(longs(reference.get("crossUp")));
        assertThat(run.trajectory().timeline().crossDown()).isEqualTo(longs(reference.get("crossDown")));
        List<Long> peaks =
                run.trajectory().timeline().cycles().stream().map(c -> c.peak()).toList();
        List<Long> troughs =
                run.trajectory().timeline().cycles().stream().map(c -> c.end()).toList();
        assertThat(peaks).isEqualTo(longs(reference.get("alphaPeaks")));
        assertThat(troughs).isEqualTo(longs(reference.get("alphaTroughs")));
    }

    private static BigDecimal exactBeta1(Table table, int row) {
        BigDecimal significand = new BigDecimal(table.get("beta1Significand", row));
        int exponent = (int) table.get("beta1Exponent", row);
        return significand.divide(BigDecimal.valueOf(2).pow(-exponent), MathContext.DECIMAL128);
    }

    private static List<Long> longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
    }
}
