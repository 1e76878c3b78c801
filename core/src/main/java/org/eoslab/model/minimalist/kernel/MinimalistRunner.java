package org.eoslab.model.minimalist.kernel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eoslab.claim.Certificate;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.LoopRunner;
import org.eoslab.experiment.RunResult;
import org.eoslab.experiment.Wanted;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.dynamics.MinimalistProbe;
import org.eoslab.model.minimalist.kernel.MinimalistKernel.Start;
import org.eoslab.run.Observer;
import org.eoslab.run.Outcome;
import org.eoslab.run.Simulation;

/**
 * Runs of the minimalist model in the batched kernel.
 *
 * @param wanted what is wanted of each
 * @param starts where an experiment's run starts, empty for one that is made through the loop
 */
public record MinimalistRunner(Wanted wanted, Function<Experiment, Optional<Start>> starts) implements BatchRunner {
    /** Columns that the kernel does not follow: those of a run are taken from the one loop. */
    private static final Set<String> NOT_FOLLOWED = Set.of("time", "clipped", "beta1Significand", "beta1Exponent");

    private static final double PARTITION_STEPS = 1.6e8;

    @Override
    public List<RunResult> run(List<Experiment> experiments) {
        List<Optional<Start>> all = experiments.stream().map(starts).toList();
        Iterator<LaneSummary> summaries = MinimalistKernel.best()
                .run(all.stream().flatMap(Optional::stream).toList())
                .iterator();
        LoopRunner loop = new LoopRunner(wanted.targetLoss());
        List<RunResult> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Optional<Start> start = all.get(i);
            results.add(start.isPresent() ? result(start.get(), summaries.next()) : loop.run(experiments.get(i)));
        }
        return results;
    }

    @Override
    public double partitionSteps(int parameters) {
        boolean followed = Double.isNaN(wanted.targetLoss()) && !wanted.certificateStep();
        return followed ? PARTITION_STEPS : BatchRunner.super.partitionSteps(parameters);
    }

    private RunResult result(Start start, LaneSummary summary) {
        MinimalistDescent dynamics = start.dynamics();
        MinimalistProbe probe = new MinimalistProbe(dynamics);
        Simulation simulation = new Simulation(dynamics, List.of(probe));
        double[] last = new double[probe.columns().size() + 2];
        last[0] = summary.end().step();
        probe.measure(summary.end(), last, 2);
        if (wanted.finals().stream().anyMatch(NOT_FOLLOWED::contains)) {
            rerun(simulation, start, last);
        }
        List<String> columns = simulation.names();
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
                Double.isNaN(wanted.targetLoss()) ? -1 : stepsToLoss(start),
                certificate(start, summary));
    }

    private Optional<Certificate> certificate(Start start, LaneSummary summary) {
        if (summary.outcome() == Outcome.DIVERGED) {
            return Optional.empty();
        }
        CertificateSearch search = new CertificateSearch(start.dynamics());
        return wanted.certificateStep() ? search.first(start.parameters(), start.steps()) : search.at(summary.end());
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
            reached[0] = dynamics.model().value(s.parameters()) <= wanted.targetLoss();
            return !reached[0];
        };
        new Simulation(dynamics, List.of()).run(state, start.steps(), List.of(look));
        return reached[0] ? state.step() : -1;
    }
}
