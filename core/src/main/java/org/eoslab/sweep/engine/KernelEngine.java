package org.eoslab.sweep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eoslab.claim.Certificate;
import org.eoslab.dynamics.MinimalistDescent;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.MinimalistModel;
import org.eoslab.experiment.Problem;
import org.eoslab.sweep.kernel.CertificateSearch;
import org.eoslab.sweep.kernel.LaneSummary;
import org.eoslab.sweep.kernel.MinimalistKernel;
import org.eoslab.sweep.kernel.MinimalistKernel.Start;
import org.eoslab.trajectory.MinimalistProbe;
import org.eoslab.trajectory.Observer;
import org.eoslab.trajectory.Outcome;
import org.eoslab.trajectory.Simulation;

/**
 * Runs experiments of the minimalist model in the batched kernel.
 *
 * @param finals the columns wanted at the last step
 * @param targetLoss the loss whose first step is wanted, or NaN
 * @param certificateStep whether the first step of the certificate is wanted; else it is looked for at the last step
 */
record KernelEngine(List<String> finals, double targetLoss, boolean certificateStep) implements RunEngine {
    /** Columns that the kernel does not follow: those of a run are taken from the one loop. */
    private static final Set<String> NOT_FOLLOWED = Set.of("time", "clipped", "beta1Significand", "beta1Exponent");

    private static final double PARTITION_STEPS = 1.6e8;

    /** Whether this engine can make the runs of {@code problem}. */
    static boolean runs(Problem problem) {
        return problem.simulation().dynamics() instanceof MinimalistDescent
                && problem.simulation().probes().size() == 1
                && problem.simulation().probes().get(0) instanceof MinimalistProbe;
    }

    @Override
    public List<RunResult> run(List<Experiment> experiments) {
        List<Start> starts = experiments.stream().map(KernelEngine::start).toList();
        List<LaneSummary> summaries = MinimalistKernel.best().run(starts);
        List<RunResult> results = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            results.add(result(starts.get(i), summaries.get(i)));
        }
        return results;
    }

    @Override
    public double partitionSteps(int parameters) {
        boolean followed = Double.isNaN(targetLoss) && !certificateStep;
        return followed ? PARTITION_STEPS : RunEngine.super.partitionSteps(parameters);
    }

    private static Start start(Experiment experiment) {
        return new Start(
                MinimalistModel.dynamics(experiment.settings()),
                MinimalistModel.start(experiment.settings()),
                experiment.steps());
    }

    private RunResult result(Start start, LaneSummary summary) {
        MinimalistDescent dynamics = start.dynamics();
        MinimalistProbe probe = new MinimalistProbe(dynamics);
        Simulation simulation = new Simulation(dynamics, List.of(probe));
        double[] last = new double[probe.columns().size() + 2];
        last[0] = summary.end().step();
        probe.measure(summary.end(), last, 2);
        if (finals.stream().anyMatch(NOT_FOLLOWED::contains)) {
            rerun(simulation, start, last);
        }
        List<String> columns = simulation.columns();
        double curvature = last[columns.indexOf("curvatureBeta1")];
        double loss = last[columns.indexOf("loss")];
        return new RunResult(
                summary.outcome(),
                columns,
                last,
                summary.firstCrossing(),
                summary.cycles(),
                summary.largestCurvature(),
                curvature / dynamics.stabilityThreshold(summary.end()),
                loss / dynamics.model().value(start.parameters()),
                Double.isNaN(targetLoss) ? -1 : stepsToLoss(start),
                certificate(start, summary));
    }

    private Optional<Certificate> certificate(Start start, LaneSummary summary) {
        if (summary.outcome() == Outcome.DIVERGED) {
            return Optional.empty();
        }
        CertificateSearch search = new CertificateSearch(start.dynamics());
        return certificateStep ? search.first(start.parameters(), start.steps()) : search.at(summary.end());
    }

    private static void rerun(Simulation simulation, Start start, double[] last) {
        Observer keep = (state, row) -> {
            System.arraycopy(row, 0, last, 0, row.length);
            return true;
        };
        simulation.run(start.dynamics().start(start.parameters()), start.steps(), List.of(keep));
    }

    private long stepsToLoss(Start start) {
        MinimalistDescent dynamics = start.dynamics();
        State state = dynamics.start(start.parameters());
        boolean[] reached = {false};
        Observer look = (s, row) -> {
            reached[0] = dynamics.model().value(s.parameters()) <= targetLoss;
            return !reached[0];
        };
        new Simulation(dynamics, List.of()).run(state, start.steps(), List.of(look));
        return reached[0] ? state.step() : -1;
    }
}
