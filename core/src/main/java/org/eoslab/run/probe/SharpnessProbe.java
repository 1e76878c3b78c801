package org.eoslab.run.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.Curvature;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.jspecify.annotations.Nullable;

/**
 * Curvature of any objective: {@code sharpness}, {@code residual} (of the sharpness), {@code products} (Hessian-vector products of
 * this reading), {@code repaired}, {@code eigenvalue1} … {@code eigenvalueK}; for a rule that preconditions also
 * {@code preconditionedSharpness} and {@code preconditionedResidual}. What is cheaper is {@link LossProbe}'s.
 *
 * <p>A reading starts from the state's last one. A warm start can follow a pair that is not the top one any more; an audit reads
 * cold besides, keeps the larger pairs, and {@code repaired} is 1 when they were. A reading is a function of the state and its step
 * alone, so that a resumed run gives the same bits.
 *
 * @param objective the loss
 * @param solver finds the eigenpairs
 * @param dynamics the rule of the run; null when only the Hessian matters
 * @param eigenvalues k, how many are read, from 1 to the dimension
 * @param adaptive whether to read only the eigenvalues above ¾ of the stability threshold (1.5/η for gradient descent) and one
 *     more, at most k, NaN for the others; a preconditioned rule, whose threshold is not one of the Hessian, reads all k
 * @param audit steps from one audit to the next, 0 for none
 */
public record SharpnessProbe(
        Objective objective,
        EigenSolver solver,
        @Nullable Dynamics dynamics,
        int eigenvalues,
        boolean adaptive,
        long audit)
        implements Probe {
    /** The sharpness. */
    public static final Column SHARPNESS = Column.of("sharpness", Column.Role.SHARPNESS, "S", "sharpness S");

    /** The column of what a rule that preconditions is held against the threshold by. */
    public static final String PRECONDITIONED = "preconditionedSharpness";

    /** What a rule that preconditions is held against the threshold by. */
    public static final Column PRECONDITIONED_SHARPNESS = Column.of(
            PRECONDITIONED, Column.Role.PRECONDITIONED_SHARPNESS, "λ(P⁻¹H)", "preconditioned sharpness λ(P⁻¹H)");

    /** The list of all eigenvalues of a reading. */
    public static final String EIGENVALUES = "topEigenvalues";

    private static final double FOLLOWED = 0.75;

    /** Checks the ranges. */
    public SharpnessProbe {
        if (eigenvalues < 1 || eigenvalues > objective.dimension()) {
            throw new IllegalArgumentException(
                    "eigenvalues = " + eigenvalues + ": must be from 1 to the dimension, " + objective.dimension());
        }
        if (audit < 0) {
            throw new IllegalArgumentException("audit = " + audit + ": must be at least 0");
        }
        if (adaptive && dynamics == null) {
            throw new IllegalArgumentException("adaptive = true: needs the dynamics, whose threshold it follows");
        }
    }

    /** The largest eigenvalue only, without audits. */
    public SharpnessProbe(Objective objective, EigenSolver solver) {
        this(objective, solver, null, 1, false, 0);
    }

    /**
     * The largest eigenvalue along a rule, of the loss without weight decay: by decomposition up to {@value DirectEigenSolver#LARGEST} parameters, by Lanczos beyond; also that
     * of the preconditioned Hessian where the rule preconditions.
     */
    public static SharpnessProbe of(Dynamics dynamics) {
        Objective objective = dynamics.objective().withoutDecay();
        EigenSolver solver = DirectEigenSolver.upTo(objective.dimension(), () -> Lanczos.seeded(0));
        return new SharpnessProbe(objective, solver, dynamics, 1, false, 0);
    }

    /** The columns of a measurement of the Hessian alone, with so many eigenvalues. */
    public static List<Column> columns(int eigenvalues) {
        List<Column> columns = new ArrayList<>(List.of(
                SHARPNESS,
                Column.evidence("residual", "residual of the sharpness"),
                Column.evidence("products", "Hessian-vector products").as(Column.Kind.COUNT),
                Column.evidence("repaired", "1 where an audit found a larger one")));
        columns.addAll(Column.numbered("eigenvalue", eigenvalues, Column.Role.EIGENVALUE, "eigenvalue", EIGENVALUES));
        return List.copyOf(columns);
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(columns(eigenvalues));
        if (preconditions()) {
            columns.add(PRECONDITIONED_SHARPNESS);
            columns.add(Column.evidence("preconditionedResidual", "residual of the preconditioned sharpness"));
        }
        return List.copyOf(columns);
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        Curvature reading = read(state);
        state.remember(reading);
        EigenPairs hessian = reading.hessian();
        EigenPairs preconditioned = reading.preconditioned();
        row[offset] = hessian.largest();
        row[offset + 1] = hessian.residuals()[0];
        row[offset + 2] = hessian.products() + preconditioned.products();
        row[offset + 3] = reading.repaired() ? 1 : 0;
        int first = offset + 4;
        int end = first + eigenvalues;
        int found = Math.min(eigenvalues, hessian.values().length);
        Arrays.fill(row, first, end, Double.NaN);
        System.arraycopy(hessian.values(), 0, row, first, found);
        if (preconditions()) {
            row[end] = preconditioned.largest();
            row[end + 1] = preconditioned.residuals()[0];
        }
    }

    /**
     * The curvature at this step, measured from the state's last measurement on and not remembered, so that it changes none to come;
     * one made at this very step already is not made again.
     */
    public Curvature read(State state) {
        Curvature last = state.curvature();
        if (last.step() == state.step() && suffices(last)) {
            return last;
        }
        boolean audited = audit > 0 && last.step() >= 0 && state.step() % audit == 0;
        SymmetricOperator operator = objective.hessian(state.parameters());
        EigenReading hessian = read(state, operator, last.hessian(), eigenvalues, follow(state), audited);
        EigenReading preconditioned = dynamics != null && dynamics.preconditions()
                ? read(
                        state,
                        dynamics.preconditioned(operator, state),
                        last.preconditioned(),
                        1,
                        Double.NEGATIVE_INFINITY,
                        audited)
                : EigenReading.NONE;
        return new Curvature(
                state.step(), hessian.pairs(), preconditioned.pairs(), hessian.repaired() || preconditioned.repaired());
    }

    /** Whether the sharpness is above the rule's stability threshold; false without a rule. */
    boolean isAbove(State state) {
        return dynamics != null && read(state).hessian().largest() > dynamics.stabilityThreshold(state);
    }

    private EigenReading read(
            State state, SymmetricOperator operator, EigenPairs guess, int most, double follow, boolean audited) {
        EigenReading reading = EigenReading.warm(solver.at(state.step()), operator, guess, most, follow);
        return audited ? reading.audited(solver.at(~state.step()), operator) : reading;
    }

    private double follow(State state) {
        return dynamics == null || !adaptive || dynamics.preconditions()
                ? Double.NEGATIVE_INFINITY
                : FOLLOWED * dynamics.stabilityThreshold(state);
    }

    private boolean preconditions() {
        return dynamics != null && dynamics.preconditions();
    }

    private boolean suffices(Curvature reading) {
        return reading.hessian().values().length >= (adaptive ? 1 : eigenvalues)
                && (!preconditions() || reading.preconditioned().values().length > 0);
    }
}
