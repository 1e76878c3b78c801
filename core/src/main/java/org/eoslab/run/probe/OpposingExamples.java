package org.eoslab.run.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.FiniteSum;
import org.eoslab.run.Column;
import org.eoslab.run.Simulation;
import org.eoslab.run.StepProbe;
import org.eoslab.run.Table;

/**
 * Opposing signals of a step (Rosenfeld and Risteski 2023): the {@value #MOST} examples whose loss it raises most and the {@value #MOST} whose loss it lowers
 * most (a quarter of the examples where there are fewer than forty), and what the next step does to the same ones.
 *
 * <ul>
 *   <li>{@code opposingRise}, {@code opposingFall}: the mean change of the loss of either group in this step, {@code opposingRiseNext}, {@code opposingFallNext} in the next.
 *   <li>{@code opposingAntiphase}: 1 where the next step lowers the one and raises the other; {@code opposingReversed}: the share of these examples whose loss changes the
 *       other way then; {@code opposingExchanged}: the share that is in the other group of the next step.
 *   <li>{@code opposingRiseCosine}, {@code opposingFallCosine}: the mean of cos(gᵢ, u) over either group, gᵢ the gradient of one example's loss at w and u the top eigenvector of
 *       the whole loss's Hessian there, pointing along the step; {@code opposingGradientCosine}: the cosine of the two groups' mean gradients.
 *   <li>{@code risen1} … and {@code risenChange1} …: the examples, from 0, whose loss rises most, most first, and by how much; so {@code fallen}, and {@code nextRisen} and
 *       {@code nextFallen} of the next step.
 * </ul>
 *
 * <p>Measured at every {@code every}-th step and at spikes: where a step, of a rule that takes the whole loss anyway, raises it by more than {@value #SPIKE} of itself. Costs the step
 * after this one once more, three forward passes, a gradient for each of these examples, and the eigenvector where it has not been read.
 *
 * @param objective the loss
 * @param dynamics the rule, which is asked for the step after this one on a state of its own
 * @param sharpness reads u; where it has read this step already, nothing is read again
 * @param every steps between readings, at least 1
 */
public record OpposingExamples(FiniteSum objective, Dynamics dynamics, SharpnessProbe sharpness, long every)
        implements StepProbe {
    /** The most examples of a group. */
    public static final int MOST = 10;

    /** Of the loss: what it rises by in a spike. */
    static final double SPIKE = 0.05;

    /** The column that is 1 where the groups swap. */
    public static final String ANTIPHASE = "opposingAntiphase";

    /** The groups, as their columns are called. */
    public static final List<String> GROUPS = List.of("risen", "fallen", "nextRisen", "nextFallen");

    private static final List<Column> NUMBERS = List.of(
            measurement("opposingRise", "mean change of the losses that rise most"),
            measurement("opposingFall", "mean change of the losses that fall most"),
            measurement("opposingRiseNext", "change in the next step of those that rise"),
            measurement("opposingFallNext", "change in the next step of those that fall"),
            measurement(ANTIPHASE, "1 where both groups turn round in the next step")
                    .as(Column.Kind.FLAG),
            measurement("opposingReversed", "share of them that turns round"),
            measurement("opposingExchanged", "share of them in the other group of the next step"),
            measurement("opposingRiseCosine", "cos(gᵢ, u) of those that rise"),
            measurement("opposingFallCosine", "cos(gᵢ, u) of those that fall"),
            measurement("opposingGradientCosine", "cosine of the two groups' gradients"));

    private static Column measurement(String name, String words) {
        return Column.of(name, Column.Role.MEASUREMENT, name, words);
    }

    /** How many examples a group has. */
    private int size() {
        return Math.min(MOST, Math.max(1, objective.examples() / 4));
    }

    /** The columns of the changes of a group, as they are called. */
    public static String change(String group) {
        return group + "Change";
    }

    /** The examples of a group at a row of a run that has read it. */
    public static int[] members(Table table, String group, int row) {
        return IntStream.iterate(1, i -> table.has(group + i), i -> i + 1)
                .map(i -> (int) table.get(group + i, row))
                .toArray();
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(NUMBERS);
        for (String group : GROUPS) {
            Column.numbered(group, size(), Column.Role.EVIDENCE, group + " example", group + "Examples").stream()
                    .map(column -> column.as(Column.Kind.COUNT))
                    .forEach(columns::add);
            columns.addAll(Column.numbered(
                    change(group), size(), Column.Role.EVIDENCE, "change of " + group, group + "Changes"));
        }
        return List.copyOf(columns);
    }

    @Override
    public void measure(State from, State to, double[] row, int offset) {
        if (!to.isFinite() || !(from.step() % every == 0 || isSpike(from, to))) {
            return;
        }
        State after = to.copy();
        after.become(to);
        Simulation.advance(dynamics, after, to.step() + 1);
        if (!after.isFinite()) {
            return;
        }
        double[] here = objective.losses(from.parameters());
        double[] there = objective.losses(to.parameters());
        double[] change = less(there, here);
        double[] next = less(objective.losses(after.parameters()), there);
        int[] risen = most(change, 1);
        int[] fallen = most(change, -1);
        int[] nextRisen = most(next, 1);
        int[] nextFallen = most(next, -1);
        double riseNext = mean(next, risen);
        double fallNext = mean(next, fallen);
        double both = 2.0 * size();
        DoubleStream numbers = DoubleStream.concat(
                DoubleStream.of(
                        mean(change, risen),
                        mean(change, fallen),
                        riseNext,
                        fallNext,
                        riseNext < 0 && fallNext > 0 ? 1 : 0,
                        (reversed(change, next, risen) + reversed(change, next, fallen)) / both,
                        (common(risen, nextFallen) + common(fallen, nextRisen)) / both),
                DoubleStream.of(cosines(from, to, risen, fallen)));
        DoubleStream examples = Stream.of(
                        of(risen, change), of(fallen, change), of(nextRisen, next), of(nextFallen, next))
                .flatMapToDouble(s -> s);
        double[] all = DoubleStream.concat(numbers, examples).toArray();
        System.arraycopy(all, 0, row, offset, all.length);
    }

    private boolean isSpike(State from, State to) {
        return dynamics.takesGradient() && to.loss(objective) > (1 + SPIKE) * from.loss(objective);
    }

    private static double[] less(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    /** The examples with the largest of these numbers times the sign, the largest first, of equal ones the first. */
    private int[] most(double[] numbers, int sign) {
        return IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -sign * numbers[i]))
                .mapToInt(i -> i)
                .limit(size())
                .toArray();
    }

    private static double mean(double[] numbers, int[] examples) {
        return IntStream.of(examples).mapToDouble(i -> numbers[i]).sum() / examples.length;
    }

    private static long reversed(double[] change, double[] next, int[] examples) {
        return IntStream.of(examples).filter(i -> change[i] * next[i] < 0).count();
    }

    private static long common(int[] one, int[] other) {
        return IntStream.of(one)
                .filter(i -> IntStream.of(other).anyMatch(j -> i == j))
                .count();
    }

    private static DoubleStream of(int[] examples, double[] change) {
        return DoubleStream.concat(
                IntStream.of(examples).asDoubleStream(), IntStream.of(examples).mapToDouble(i -> change[i]));
    }

    private double[] cosines(State from, State to, int[] risen, int[] fallen) {
        double[] u = sharpness.read(from).hessian().vectors()[0].clone();
        double along = Vectors.dot(to.parameters(), u) - Vectors.dot(from.parameters(), u);
        Vectors.scale(Math.signum(along), u);
        double[] rising = new double[u.length];
        double[] falling = new double[u.length];
        double rise = alignment(from.parameters(), risen, u, rising);
        double fall = alignment(from.parameters(), fallen, u, falling);
        return new double[] {rise, fall, cosine(rising, falling)};
    }

    /** The mean of cos(gᵢ, u), of norm 1 or 0, over some examples; adds their gradients to {@code sum}. */
    private double alignment(double[] w, int[] examples, double[] u, double[] sum) {
        double[] one = new double[w.length];
        double cosines = 0;
        for (int example : examples) {
            objective.batch(new int[] {example}).gradient(w, one);
            cosines += Vectors.dot(one, u) / Vectors.norm(one);
            Vectors.add(1, one, sum);
        }
        return cosines / examples.length;
    }

    private static double cosine(double[] a, double[] b) {
        return Vectors.dot(a, b) / Vectors.norm(a) / Vectors.norm(b);
    }
}
