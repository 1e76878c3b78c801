package org.eoslab.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.Expression;
import org.eoslab.expression.Scope;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.model.wang.ScalarActivation;
import org.eoslab.model.wang.TwoLayerScalarNetwork;
import org.eoslab.objective.ExampleMean;
import org.eoslab.objective.Formula;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.Simulation;
import org.eoslab.run.probe.SharpnessProbe;

/**
 * Steps of gradient descent on formulas a second of one core, in processor time, through the ordinary loop: without the eigenvalue and
 * with it at every step, beside a model whose derivatives are written by hand; and over 10,000 rows of data.
 */
public final class FormulaRate {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    private static final int STEPS = 1_000_000;
    private static final int ROWS = 10_000;
    private static final double ETA = 0.01;

    private FormulaRate() {}

    /** Prints a line each. */
    public static void main(String[] arguments) {
        steps("by hand: (1 - x*y)^2/2", new TwoLayerScalarNetwork(ScalarActivation.LINEAR));
        for (String loss :
                List.of("(1 - x*y)^2/2", "log(cosh(x*y))", "(1 - x^2*y^2)^2/4", "sin(x)*cos(y) + x^2 + y^2")) {
            steps(
                    loss,
                    new Formula(new Derivatives(
                            Expression.parse(loss), new Scope().parameter("x").parameter("y"))));
        }
        for (String loss : List.of(
                "(a*x + b - t)^2/2",
                "(a*x^2 + b*x - t)^2/2",
                "(a*exp(-b*x) - t)^2/2",
                "softplus(a*x + b) - t*(a*x + b)",
                "(a*tanh(b*x) - t)^2/2")) {
            rows(loss);
        }
    }

    private static void steps(String name, Objective objective) {
        GradientDescent descent = new GradientDescent(objective, ETA);
        Probe parameters = Probe.of(
                Column.coordinates(List.of("x", "y")), (w, row, offset) -> System.arraycopy(w, 0, row, offset, 2));
        Simulation plain = new Simulation(descent, List.of(parameters));
        Simulation full =
                new Simulation(descent, List.of(parameters, new SharpnessProbe(objective, new DirectEigenSolver())));
        System.out.printf(
                Locale.ROOT,
                "%s: %.3g steps/s, %.3g with the sharpness at each%n",
                name,
                rate(() -> run(plain, descent)),
                rate(() -> run(full, descent)));
    }

    private static long run(Simulation simulation, GradientDescent descent) {
        State state = descent.start(new double[] {0.5, 1.2});
        simulation.run(state, STEPS, List.of());
        return state.step();
    }

    private static void rows(String loss) {
        Random random = new Random(1);
        Scope scope = new Scope().parameter("a").parameter("b").column("x").column("t");
        ExampleMean objective = ExampleMean.overRows(
                new Derivatives(Expression.parse(loss), scope),
                random.doubles(ROWS).toArray(),
                random.doubles(ROWS).toArray());
        GradientDescent descent = new GradientDescent(objective, ETA);
        int steps = 2000;
        double rate = rate(() -> {
            State state = descent.start(new double[] {0.5, 1.2});
            new Simulation(descent, List.of()).run(state, steps, List.of());
            return (long) steps * ROWS;
        });
        System.out.printf(Locale.ROOT, "%s over %d rows: %.3g row-steps/s%n", loss, ROWS, rate);
    }

    /** The median rate of what counts its own steps. */
    private static double rate(LongSupplier work) {
        double[] rates = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long steps = work.getAsLong();
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
            if (i >= 0) {
                rates[i] = steps / seconds;
            }
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }
}
