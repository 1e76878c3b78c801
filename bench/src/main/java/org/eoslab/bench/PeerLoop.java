package org.eoslab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.Objective;
import org.eoslab.run.Simulation;

/**
 * Does on each line of standard input what it says. {@code step}: one step; {@code reading}: the sharpness to 1e-3, from the last reading;
 * {@code exact}: the same to 1e-6, which the next reading does not start from; {@code product}: a Hessian product where one has been made before.
 * Answers with the seconds it took and, for a reading, the sharpness and the products.
 *
 * @param dynamics takes the steps
 * @param objective has the Hessian
 * @param start where it begins
 */
record PeerLoop(Dynamics dynamics, Objective objective, double[] start) {
    private static final double EXACT = 1e-6;
    private static final int MOST = 2_000;

    /** Serves until standard input ends. */
    void serve() throws IOException {
        State state = dynamics.start(start);
        EigenPairs pairs = EigenPairs.NONE;
        PrintStream out = System.out;
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            long begin = System.nanoTime();
            if (line.equals("step")) {
                Simulation.advance(dynamics, state, state.step() + 1);
                out.println((System.nanoTime() - begin) / 1e9);
                continue;
            }
            if (line.equals("product")) {
                out.println(product(state.parameters()));
                continue;
            }
            boolean exact = line.equals("exact");
            Lanczos lanczos = (exact ? new Lanczos(EXACT, MOST, 0) : Lanczos.seeded(0)).at(state.step());
            EigenPairs found = lanczos.largest(objective.hessian(state.parameters()), 1, pairs);
            pairs = exact ? pairs : found;
            out.println((System.nanoTime() - begin) / 1e9 + " " + found.largest() + " " + found.products());
        }
    }

    private double product(double[] parameters) {
        SymmetricOperator hessian = objective.hessian(parameters);
        double[] image = new double[parameters.length];
        double[] next = new double[parameters.length];
        hessian.apply(parameters, image);
        long begin = System.nanoTime();
        hessian.apply(image, next);
        return (System.nanoTime() - begin) / 1e9;
    }
}
