package org.eoslab.claim.constrained;

import java.util.List;
import java.util.Locale;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.dynamics.Curvature;
import org.eoslab.dynamics.MinimalistDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.constrained.MinimalistConstrained;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.trajectory.Outcome;
import org.eoslab.trajectory.Recording;
import org.eoslab.trajectory.Table;
import org.eoslab.trajectory.Trajectory;
import org.eoslab.trajectory.race.Race;
import org.eoslab.trajectory.race.Race.Entrant;

/**
 * Figure 5: at the edge of stability gradient descent follows the constrained trajectory, not gradient flow. A race of the three from
 * the run's state at T₁ over 2,800 steps. In its first sharpening gradient descent leaves with the flow; what counts is from its first
 * return below 2/η on. Holds when it is closer to the constrained trajectory at 90 % of those steps or more (the measure is ours). The
 * margin is the share above that; the worst step is where gradient descent is farthest from the constrained trajectory.
 */
record FollowsConstrained(MinimalistDescent dynamics) implements Claim {
    private static final int STEPS = 2800;
    private static final int SHOWN = 2000;
    private static final double SHARE = 0.9;

    @Override
    public String id() {
        return "F5";
    }

    @Override
    public String statement() {
        return "at the edge of stability gradient descent is closer to the constrained trajectory than to gradient flow: at 90 %"
                + " of the steps from its first return below 2/η on, over 2,800 steps from T₁ on";
    }

    @Override
    public String source() {
        return ConstrainedClaims.PAPER + "Figure 5; the measure is ours";
    }

    @Override
    public Finding check(Trajectory run) {
        long crossing = run.timeline().firstCrossing();
        if (crossing < 0 || run.end().step() < crossing + STEPS) {
            return Finding.notReached(
                    this,
                    crossing < 0 ? "no crossing of 2/η in this run" : "fewer than 2,800 steps follow T₁ = " + crossing);
        }
        List<Long> down = run.timeline().crossDown();
        if (down.isEmpty() || down.get(0) > crossing + STEPS) {
            return Finding.notApplicable(
                    this, "gradient descent does not come back below 2/η within 2,800 steps: its β₁ grows too slowly");
        }
        int row = row(run.table(), crossing);
        if (row < 0) {
            return Finding.notApplicable(this, "the state at T₁ = " + crossing + " is not recorded");
        }
        Race race = new Race(List.of(
                new Entrant("descent", dynamics, List.of()),
                new Entrant("constrained", new MinimalistConstrained(dynamics.model(), dynamics.eta()), List.of()),
                new Entrant("flow", new GradientFlow(dynamics.model(), dynamics.eta()), List.of())));
        State descent = state(run.table(), row);
        List<State> rivals = race.start(descent.parameters());
        long last = crossing + STEPS;
        Table table = new Table(race.columns(), Recording.ALL, last);
        Outcome outcome = race.run(List.of(descent, rivals.get(1), rivals.get(2)), last, List.of(table));
        return outcome == Outcome.COMPLETED
                ? judge(table, (int) (down.get(0) - crossing))
                : Finding.notApplicable(this, "gradient descent diverges within 2,800 steps");
    }

    /** {@code back}: the race's step at which gradient descent first is back below 2/η. */
    private Finding judge(Table table, int back) {
        double[] toConstrained = table.column(Race.distance("descent", "constrained"));
        double[] toFlow = table.column(Race.distance("descent", "flow"));
        int closer = 0;
        int closerBefore = 0;
        int worst = back;
        for (int t = 1; t <= STEPS; t++) {
            if (t < back) {
                closerBefore += toConstrained[t] < toFlow[t] ? 1 : 0;
            } else {
                closer += toConstrained[t] < toFlow[t] ? 1 : 0;
                worst = toConstrained[t] > toConstrained[worst] ? t : worst;
            }
        }
        double share = closer / (double) (STEPS - back + 1);
        return Finding.of(
                this,
                share >= SHARE ? Verdict.HOLDS : Verdict.FAILS,
                share - SHARE,
                (long) table.get("step", worst),
                String.format(
                        Locale.ROOT,
                        "closer at %.1f %% of the steps from %.0f on, at %.1f %% from T₁ on; after 2,000 steps %.3g against %.3g",
                        100 * share,
                        table.get("step", back),
                        100.0 * (closer + closerBefore) / STEPS,
                        toConstrained[SHOWN],
                        toFlow[SHOWN]),
                "");
    }

    /** The run's state at a recorded row, β₁ with its extended exponent. */
    private static State state(Table table, int row) {
        double[] memory = new double[4];
        memory[MinimalistDescent.SIGNIFICAND] = table.get("beta1Significand", row);
        memory[MinimalistDescent.BLOCKS] = table.get("beta1Exponent", row) / MinimalistDescent.BLOCK_BITS;
        memory[MinimalistDescent.CLIPPED] = table.get("clipped", row);
        memory[MinimalistDescent.CROSSED] = 1;
        double[] parameters = {table.get("alpha", row), table.get("beta1", row), table.get("beta2", row)};
        long step = (long) table.get("step", row);
        return new State(parameters, memory, step, table.get("time", row), Curvature.NONE);
    }

    private static int row(Table table, long step) {
        for (int i = 0; i < table.rows(); i++) {
            if (table.get("step", i) == step) {
                return i;
            }
        }
        return -1;
    }
}
