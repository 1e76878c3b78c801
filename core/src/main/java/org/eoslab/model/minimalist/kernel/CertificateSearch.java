package org.eoslab.model.minimalist.kernel;

import java.util.Optional;
import org.eoslab.claim.Certificate;
import org.eoslab.dynamics.State;
import org.eoslab.model.minimalist.certificate.ConvergenceCertifier;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;

/**
 * The convergence certificate of runs of which only the ends are kept. It is looked for at the last step: what it proves of all
 * later steps does not depend on how early it was found.
 *
 * @param dynamics the runs' dynamics
 */
public record CertificateSearch(MinimalistDescent dynamics) {
    /** States kept of a stretch of steps; a stretch is then searched between two of them. */
    private static final int KEPT = 64;

    /** The certificate at a state, or empty when it does not hold there. */
    public Optional<Certificate> at(State state) {
        double[] w = state.parameters();
        return new ConvergenceCertifier(dynamics)
                .at(state.step(), w[Minimalist.ALPHA], w[Minimalist.BETA1], w[Minimalist.BETA2]);
    }

    /**
     * The certificate at the first step at which it holds, by bisection: the run is made again, and it is taken that a certificate
     * that holds at a step holds at all later ones. Empty when it does not hold at step {@code last}.
     */
    public Optional<Certificate> first(double[] start, long last) {
        State low = dynamics.start(start);
        Optional<Certificate> found = at(low);
        long high = last;
        while (found.isEmpty()) {
            // It does not hold at low.
            long stride = Math.max(1, (high - low.step()) / KEPT);
            State[] kept = states(low, stride, high);
            int below = -1;
            int above = kept.length - 1;
            if (at(kept[above]).isEmpty()) {
                return Optional.empty();
            }
            while (above - below > 1) {
                int middle = (below + above) / 2;
                if (at(kept[middle]).isPresent()) {
                    above = middle;
                } else {
                    below = middle;
                }
            }
            low = below < 0 ? low : kept[below];
            high = kept[above].step();
            if (high - low.step() == 1) {
                found = at(kept[above]);
            }
        }
        return found;
    }

    /** The states every {@code stride} steps after {@code from} and the one at {@code last}. */
    private State[] states(State from, long stride, long last) {
        State state = from.copy();
        int count = (int) ((last - from.step() + stride - 1) / stride);
        State[] kept = new State[count];
        for (int k = 0; k < count; k++) {
            long until = Math.min(last, state.step() + stride);
            while (state.step() < until) {
                dynamics.step(state);
            }
            kept[k] = state.copy();
        }
        return kept;
    }
}
