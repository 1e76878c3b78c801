package org.eoslab.claim;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eoslab.run.Trajectory;

/**
 * A claim that numbers of a run are those that a law gives: |seen − law| ≤ tolerance·scale at every point. The margin is the tolerance less the largest
 * deviation, relative to the scale.
 *
 * @param id short name
 * @param source paper
 * @param statement what is claimed
 * @param tolerance the largest deviation, relative to the scale, positive
 * @param premise why the law does not apply to a run; empty when it does
 * @param points where to look, and what is seen there
 * @param attained what was attained, for people
 */
public record Law(
        String id,
        String source,
        String statement,
        double tolerance,
        Function<Trajectory, Optional<String>> premise,
        Function<Trajectory, List<Point>> points,
        Function<Trajectory, String> attained)
        implements Claim {
    /** The premise of a law that applies to every run. */
    public static final Function<Trajectory, Optional<String>> ALWAYS = run -> Optional.empty();

    /**
     * A number and what it should be.
     *
     * @param step where it was seen
     * @param seen the number
     * @param law what the law gives
     * @param scale what a deviation is compared with, positive
     */
    public record Point(long step, double seen, double law, double scale) {
        /** One that is compared as it is. */
        public static Point of(Trajectory run, double seen, double law) {
            return new Point(run.end().step(), seen, law, 1);
        }
    }

    @Override
    public Finding check(Trajectory run) {
        return new RunClaim(id, source, statement, this::judge).check(run);
    }

    private Finding judge(Claim claim, Trajectory run) {
        Optional<String> objection = premise.apply(run);
        if (objection.isPresent()) {
            return Finding.notApplicable(this, objection.get());
        }
        Worst worst = new Worst();
        for (Point point : points.apply(run)) {
            worst.see(point.step(), tolerance - Math.abs(point.seen() - point.law()) / point.scale());
        }
        return worst.finding(this, attained.apply(run), "");
    }
}
