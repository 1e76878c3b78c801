package org.eoslab.model.minimalist.claim;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Worst;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;

/**
 * Lemma 4.2 (i) and (ii): the curvature D = λ₁α² along β₁ dominates the sharpness, and the top eigenvector is nearly e_β₁.
 *
 * <p>With the Hessian's entries A = H₁₁, b = H₁₂, c = H₁₃, E = H₃₃ = λ₂α² and K = D − A − c²/(D − E): the Rayleigh quotient of
 * e_β₁ gives S ≥ D; where D &gt; E and K &gt; 0 a Schur complement of (D + b²/K)I − H gives S/D ≤ 1 + b²/(DK), and the rows of
 * (H − S)v = 0 give |v_β₁| ≥ (1 + (b/K)²(1 + (c/(D − E))²))^(−1/2). Both bounds are exact ("ours": the paper's constants
 * can't be read off its text).
 *
 * <p>Margins: (i) the slack in S/D; (ii) the slack in |v_β₁|.
 */
final class DominantCurvature {
    /** The closed-form eigensolver errs by a few ulps of the matrix norm: eight. */
    private static final double EIGENVALUE = 8 * 0x1p-52;

    private DominantCurvature() {}

    static MinimalistClaim ratio(MinimalistDescent dynamics) {
        return MinimalistClaim.of(
                dynamics,
                "L4.2i",
                "Lemma 4.2 (i)",
                "λ₁α² dominates the sharpness: 1 ≤ S/(λ₁α²) ≤ 1 + b²/(λ₁α²·K) wherever K > 0",
                DominantCurvature::judgeRatio);
    }

    static MinimalistClaim alignment(MinimalistDescent dynamics) {
        return MinimalistClaim.of(
                dynamics,
                "L4.2ii",
                "Lemma 4.2 (ii)",
                "the top eigenvector aligns with e_β₁: |v_β₁| ≥ (1 + (b/K)²(1 + (c/(D − E))²))^(−1/2) wherever K > 0",
                DominantCurvature::judgeAlignment);
    }

    private static Finding judgeRatio(Claim claim, MinimalistRun run) {
        Entries entries = new Entries(run);
        double[] sharpness = run.column("sharpness");
        Worst worst = new Worst();
        double largest = 0;
        long outside = 0;
        long firstOutside = -1;
        for (int i = 0; i < run.rows(); i++) {
            entries.read(i);
            double ratio = sharpness[i] / entries.d;
            double rounding = EIGENVALUE * entries.norm() / entries.d;
            largest = Math.max(largest, ratio);
            worst.see(run.step(i), ratio - 1, rounding);
            if (entries.dominates()) {
                worst.see(run.step(i), 1 + entries.b * entries.b / (entries.d * entries.k) - ratio, rounding);
            } else if (outside++ == 0) {
                firstOutside = run.step(i);
            }
        }
        String note = outside == 0
                ? ""
                : MinimalistRun.text("K ≤ 0 at %d steps, first at %d: no upper bound there", outside, firstOutside);
        return worst.finding(claim, MinimalistRun.text("max S/(λ₁α²) = %.9g", largest), note);
    }

    private static Finding judgeAlignment(Claim claim, MinimalistRun run) {
        Entries entries = new Entries(run);
        double[] alignment = run.column("alignment");
        double[] oscillatory = run.column("oscillatoryLoss");
        double[] convergence = run.column("convergenceLoss");
        Worst worst = new Worst();
        double smallest = 1;
        double smallestCalm = 1;
        for (int i = 0; i < run.rows(); i++) {
            entries.read(i);
            smallest = Math.min(smallest, alignment[i]);
            if (oscillatory[i] <= convergence[i]) {
                smallestCalm = Math.min(smallestCalm, alignment[i]);
            }
            if (entries.dominates()) {
                double tilt = entries.b / entries.k;
                double third = entries.c / (entries.d - entries.e);
                double bound = 1 / Math.sqrt(1 + tilt * tilt * (1 + third * third));
                // The eigenvector turns by the eigenvalue's error over the gap, which is at least K.
                worst.see(run.step(i), alignment[i] - bound, EIGENVALUE * entries.norm() / entries.k);
            }
        }
        return worst.finding(
                claim,
                MinimalistRun.text("min |v_β₁| = %.9g; outside spikes (L₁ ≤ L₂) %.9g", smallest, smallestCalm),
                worst.step() < 0 ? "K ≤ 0 at every step" : "");
    }

    /** The Hessian's entries at a row. */
    private static final class Entries {
        private final Minimalist model;
        private final double[] alpha;
        private final double[] beta1;
        private final double[] beta2;
        private double a;
        private double b;
        private double c;
        private double d;
        private double e;
        private double k;

        Entries(MinimalistRun run) {
            model = run.model();
            alpha = run.column("alpha");
            beta1 = run.column("beta1");
            beta2 = run.column("beta2");
        }

        void read(int row) {
            double square = alpha[row] * alpha[row];
            a = model.hessianAlphaAlpha(beta1[row], beta2[row]);
            b = model.hessianAlphaBeta1(alpha[row], beta1[row]);
            c = model.hessianAlphaBeta2(alpha[row], beta2[row]);
            d = model.lambda1() * square;
            e = model.lambda2() * square;
            k = d - a - c * c / (d - e);
        }

        boolean dominates() {
            return d > e && k > 0;
        }

        /** The largest absolute row sum, at least the spectral norm. */
        double norm() {
            return Math.max(Math.abs(a) + Math.abs(b) + Math.abs(c), Math.max(Math.abs(b) + d, Math.abs(c) + e));
        }
    }
}
