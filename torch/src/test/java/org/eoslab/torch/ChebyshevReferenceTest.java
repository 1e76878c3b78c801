package org.eoslab.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.Shared;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.torch.data.Polynomial;
import org.eoslab.torch.network.Activation;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Sequential;
import org.junit.jupiter.api.Test;

/** Oracle: a network run computed independently with an exact dense Hessian. */
class ChebyshevReferenceTest {
    /** The specification's bounds up to step 2000; later the two runs may drift apart. */
    private static final double LOSS = 1e-9;

    private static final double EIGENVALUE = 1e-6;

    @Test
    void agreesWithTheReference() throws IOException {
        JsonNode reference = new ObjectMapper()
                .readTree(Shared.path("reference/chebyshev-4.json").toFile());
        double[] start = Files.readAllLines(Shared.path("reference/chebyshev-4-init.csv")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        Sequential network = new Sequential(
                List.of(Linear.of(1, 100), Activation.TANH, Linear.withoutBias(100, 1, Initialisation.ZERO)));
        NetworkObjective objective = new NetworkObjective(
                network, new Polynomial(4, 20), Loss.HALF_SQUARED, Precision.FLOAT64, new Chunks(20, 20));
        GradientDescent descent =
                new GradientDescent(objective, reference.get("eta").asDouble());
        Map<Long, JsonNode> expected = new HashMap<>();
        reference.get("states").forEach(s -> expected.put(s.get("step").asLong(), s));
        State state = descent.start(start);
        long crossing = -1;
        while (crossing < 0 && state.step() < 3000) {
            JsonNode row = expected.get(state.step());
            if (row != null && state.step() <= 2000) {
                agrees(state, objective, row);
            }
            if (state.step() % 50 == 0 && state.step() >= 2000) {
                EigenPairs top =
                        new DenseEigenSolver().largest(objective.hessian(state.parameters()), 1, EigenPairs.NONE);
                crossing = top.largest() > descent.stabilityThreshold(state) ? state.step() : -1;
            }
            descent.step(state);
        }
        assertThat(crossing).isBetween(2650L, 2750L);
    }

    private static void agrees(State state, NetworkObjective objective, JsonNode row) {
        assertThat(state.loss(objective))
                .as("loss at %d", state.step())
                .isCloseTo(
                        row.get("loss").asDouble(),
                        within(LOSS * row.get("loss").asDouble()));
        EigenPairs top = new DenseEigenSolver().largest(objective.hessian(state.parameters()), 3, EigenPairs.NONE);
        for (int i = 0; i < 3; i++) {
            double value = row.get("topEigenvalues").get(i).asDouble();
            assertThat(top.values()[i])
                    .as("eigenvalue %d at %d", i + 1, state.step())
                    .isCloseTo(value, within(EIGENVALUE * value));
        }
    }
}
