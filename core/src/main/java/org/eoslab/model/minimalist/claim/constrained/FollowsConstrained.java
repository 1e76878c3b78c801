package org.eoslab.model.minimalist.claim.constrained;

import java.util.List;
import java.util.Optional;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.model.minimalist.dynamics.MinimalistConstrained;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;
import org.eoslab.run.race.Race;
import org.eoslab.run.race.Race.Entrant;
import org.eoslab.text.Format;

/**
 * Figure 5: at the edge of stability gradient descent follows the constrained trajectory, not gradient flow. A race of the three from
 * the run's state at T₁. In its first sharpening gradient descent leaves with the flow; what counts are the 2,800 steps from its first
 * return below 2/η on. Holds when it is closer to the constrained trajectory at 90 % of them or more (the measure is ours). The margin
 * is the share above that; the worst step is where gradient descent is farthest from the constrained trajectory.
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
                + " of the 2,800 steps from its first return below 2/η on";
    }

    @Override
    public String source() {
        return ConstrainedClaims.PAPER + "Figure 5; the measure is ours";
    }

    @Override
    public boolean makesRuns() {
        return true;
    }

    @Override
    public Finding check(Trajectory run) {
        Optional<Long> back = run.timeline().crossDown().stream().findFirst();
        if (back.isEmpty() || run.end().step() < back.get() + STEPS) {
            return Finding.notReached(
                    this,
                    back.map(step -> "fewer than 2,800 steps follow the first return below 2/η at " + step)
                            .orElse("no return below 2/η in this run"));
        }
        long crossing = run.timeline().firstCrossing();
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
        long last = back.get() + STEPS;
        Table table = new Table(race.names(), Recording.ALL, last);
        Outcome outcome = race.run(List.of(descent, rivals.get(1), rivals.get(2)), last, List.of(table));
        return outcome == Outcome.COMPLETED
                ? judge(table, (int) (back.get() - crossing))
                : Finding.notApplicable(this, "gradient descent diverges within the race");
    }

    /** {@code back}: the race's step at which gradient descent first is back below 2/η. */
    private Finding judge(Table table, int back) {
        double[] toConstrained = table.column(Race.distance("descent", "constrained"));
        double[] toFlow = table.column(Race.distance("descent", "flow"));
        double share = share(toConstrained, toFlow, back);
        int worst = back;
        for (int t = back; t < back + STEPS; t++) {
            worst = toConstrained[t] > toConstrained[worst] ? t : worst;
        }
        return Finding.of(
                this,
                share >= SHARE ? Verdict.HOLDS : Verdict.FAILS,
                share - SHARE,
                (long) table.get("step", worst),
                Format.text(
                        "closer at %.1f %% of the steps from %.0f on, at %.1f %% from T₁ on; 2,000 steps after T₁ %.3g against %.3g",
                        100 * share,
                        table.get("step", back),
                        100 * share(toConstrained, toFlow, 1),
                        toConstrained[SHOWN],
                        toFlow[SHOWN]),
                "");
    }

    /** At which share of the steps from {@code from} on the first distance is the smaller. */
    private static double share(double[] toConstrained, double[] toFlow, int from) {
        int closer = 0;
        for (int t = from; t < from + STEPS; t++) {
            closer += toConstrained[t] < toFlow[t] ? 1 : 0;
        }
        return closer / (double) STEPS;
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
        return new State(parameters, memory, step, table.get("time", row));
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
