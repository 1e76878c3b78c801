package org.eoslab.model.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.expression.Program;
import org.eoslab.objective.Objective;
import org.hipparchus.dfp.Dfp;

/**
 * Gradient descent in numbers of many digits: w⁺ = w − η∇L(w), each operation rounded to that many. The memory has the digits, the parameters are
 * their doubles; a double given as a start or as a step size stands for its shortest decimal.
 *
 * @param objective the loss, in doubles
 * @param gradient w ↦ L, ∇L
 * @param stepSize η and clipping
 * @param memory how the digits are kept
 */
record DigitsDescent(Objective objective, Program gradient, StepSize stepSize, DigitsMemory memory)
        implements Dynamics {
    @Override
    public State start(double[] parameters) {
        List<Dfp> numbers = Arrays.stream(parameters)
                .mapToObj(w -> memory.arithmetic().constant(BigDecimal.valueOf(w)))
                .toList();
        return new State(parameters.clone(), memory.write(numbers));
    }

    /** The parameters with all their digits. */
    List<Dfp> parameters(State state) {
        return memory.read(state.memory());
    }

    @Override
    public void step(State state) {
        double eta = stepSize.eta(state);
        List<Dfp> w = parameters(state);
        List<Dfp> g = gradient.evaluate(memory.arithmetic(), w);
        g = g.subList(1, g.size());
        Dfp factor = memory.arithmetic().constant(BigDecimal.valueOf(eta)).multiply(clipping(g));
        List<Dfp> next = new ArrayList<>();
        double[] doubles = state.parameters();
        for (int i = 0; i < doubles.length; i++) {
            Dfp moved = w.get(i).subtract(factor.multiply(g.get(i)));
            next.add(moved);
            doubles[i] = moved.toDouble();
        }
        memory.write(next, state.memory());
        state.advance(eta);
    }

    /** min(1, c/‖∇L‖). */
    private Dfp clipping(List<Dfp> g) {
        Dfp one = memory.arithmetic().field().getOne();
        if (stepSize.clip() == Double.POSITIVE_INFINITY) {
            return one;
        }
        Dfp c = memory.arithmetic().constant(BigDecimal.valueOf(stepSize.clip()));
        Dfp norm = norm(g);
        return norm.greaterThan(c) ? c.divide(norm) : one;
    }

    static Dfp norm(List<Dfp> g) {
        Dfp sum = g.get(0).getZero();
        for (Dfp entry : g) {
            sum = sum.add(entry.multiply(entry));
        }
        return sum.sqrt();
    }

    @Override
    public double stabilityThreshold(State state) {
        return 2 / stepSize.eta(state);
    }
}
