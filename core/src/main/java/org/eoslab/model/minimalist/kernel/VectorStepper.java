package org.eoslab.model.minimalist.kernel;

import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.eoslab.model.minimalist.dynamics.ClippingRule;

/**
 * Steps with the vector instructions of {@code jdk.incubator.vector}, for the rules that need none but a floor: {@code floor}
 * and {@code none}; {@link ScaledVectorSteps} has the others.
 *
 * <p>Two vectors at a time stay in registers from one turn of α to the next: one alone would wait for its own results, and
 * the JIT compiler does not take in more as one piece. At a turn the loop is left, the turn noted lane by lane, and the loop
 * entered again. The bits of non-negative doubles are in order as long integers, those of negative ones lie below them: so the
 * floor takes two integer instructions where {@code Math.max} on doubles takes a dozen.
 * The loop calls nothing but vector operations: those are always compiled in, other methods only up to a size.
 */
final class VectorStepper implements Stepper {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int W = SPECIES.length();

    private final double[] turning = new double[2 * W];
    private final double[] before = new double[2 * W];
    private final long[] happened = new long[2 * W];

    @Override
    public int width() {
        return 2 * W;
    }

    @Override
    public void advance(Lanes lanes, int steps) {
        boolean floor = lanes.rule == ClippingRule.Floor.class || lanes.rule == ClippingRule.None.class;
        for (int i = 0; i < lanes.size; i += floor ? 2 * W : W) {
            int left = steps;
            while (left > 0) {
                left = floor
                        ? floorSteps(lanes, i, left, turning, before, happened)
                        : ScaledVectorSteps.advance(lanes, i, left, turning, before, happened);
                note(lanes, i, floor ? 2 * W : W, lanes.taken + steps - left);
            }
        }
    }

    private void note(Lanes lanes, int first, int count, long step) {
        for (int j = 0; j < count; j++) {
            if (happened[j] < 0) {
                lanes.note(first + j, turning[j], before[j], step);
            }
        }
    }

    static DoubleVector load(double[] array, int i) {
        return DoubleVector.fromArray(SPECIES, array, i);
    }

    static LongVector bits(DoubleVector v) {
        return v.reinterpretAsLongs();
    }

    /**
     * Steps the lanes from {@code i} on until one turns or exceeds its limit or none of {@code left} steps is left; returns how
     * many are. The α before the last step and the descent before it go to {@code turning} and {@code before}; {@code happened} is
     * negative for the lanes that turned or exceeded their limit in it.
     */
    private static int floorSteps(Lanes lanes, int i, int left, double[] turning, double[] before, long[] happened) {
        DoubleVector l0 = load(lanes.lambda1, i);
        DoubleVector l1 = load(lanes.lambda1, i + W);
        DoubleVector m0 = load(lanes.lambda2, i);
        DoubleVector m1 = load(lanes.lambda2, i + W);
        DoubleVector e0 = load(lanes.eta, i);
        DoubleVector e1 = load(lanes.eta, i + W);
        LongVector f0 = load(lanes.clip, i).reinterpretAsLongs();
        LongVector f1 = load(lanes.clip, i + W).reinterpretAsLongs();
        DoubleVector c0 = load(lanes.scale, i);
        DoubleVector c1 = load(lanes.scale, i + W);
        DoubleVector a0 = load(lanes.alpha, i);
        DoubleVector a1 = load(lanes.alpha, i + W);
        DoubleVector s0 = load(lanes.significand, i);
        DoubleVector s1 = load(lanes.significand, i + W);
        DoubleVector b0 = load(lanes.beta2, i);
        DoubleVector b1 = load(lanes.beta2, i + W);
        DoubleVector d0 = load(lanes.descent, i);
        DoubleVector d1 = load(lanes.descent, i + W);
        DoubleVector limit0 = load(lanes.limit, i);
        DoubleVector limit1 = load(lanes.limit, i + W);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        while (true) {
            DoubleVector la0 = l0.mul(a0);
            DoubleVector r0 = a0.mul(b0).sub(one);
            DoubleVector beta0 = s0.mul(c0);
            DoubleVector g0 = la0.mul(beta0).mul(beta0).add(m0.mul(b0).mul(r0));
            LongVector floor0 = a0.reinterpretAsLongs().lanewise(MIN, f0);
            DoubleVector n0 = a0.sub(e0.mul(g0))
                    .reinterpretAsLongs()
                    .lanewise(MAX, floor0)
                    .reinterpretAsDoubles();
            b0 = b0.sub(e0.mul(m0.mul(a0).mul(r0)));
            s0 = s0.sub(e0.mul(la0.mul(a0).mul(s0)));
            DoubleVector d0Next = a0.sub(n0);
            DoubleVector la1 = l1.mul(a1);
            DoubleVector r1 = a1.mul(b1).sub(one);
            DoubleVector beta1 = s1.mul(c1);
            DoubleVector g1 = la1.mul(beta1).mul(beta1).add(m1.mul(b1).mul(r1));
            LongVector floor1 = a1.reinterpretAsLongs().lanewise(MIN, f1);
            DoubleVector n1 = a1.sub(e1.mul(g1))
                    .reinterpretAsLongs()
                    .lanewise(MAX, floor1)
                    .reinterpretAsDoubles();
            b1 = b1.sub(e1.mul(m1.mul(a1).mul(r1)));
            s1 = s1.sub(e1.mul(la1.mul(a1).mul(s1)));
            DoubleVector d1Next = a1.sub(n1);
            LongVector happened0 = d0.reinterpretAsLongs()
                    .lanewise(XOR, d0Next.reinterpretAsLongs())
                    .or(limit0.sub(n0).reinterpretAsLongs());
            LongVector happened1 = d1.reinterpretAsLongs()
                    .lanewise(XOR, d1Next.reinterpretAsLongs())
                    .or(limit1.sub(n1).reinterpretAsLongs());
            left--;
            // One test, not two: a branch that was never taken costs the compiled loop when it is.
            if (left <= 0 | happened0.or(happened1).compare(LT, 0).anyTrue()) {
                happened0.intoArray(happened, 0);
                happened1.intoArray(happened, W);
                a0.intoArray(turning, 0);
                a1.intoArray(turning, W);
                d0.intoArray(before, 0);
                d1.intoArray(before, W);
                n0.intoArray(lanes.alpha, i);
                n1.intoArray(lanes.alpha, i + W);
                d0Next.intoArray(lanes.descent, i);
                d1Next.intoArray(lanes.descent, i + W);
                b0.intoArray(lanes.beta2, i);
                b1.intoArray(lanes.beta2, i + W);
                s0.intoArray(lanes.significand, i);
                s1.intoArray(lanes.significand, i + W);
                return left;
            }
            a0 = n0;
            a1 = n1;
            d0 = d0Next;
            d1 = d1Next;
        }
    }
}
