package org.eoslab.model.minimalist.enclosure;

import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;

/**
 * What a step whose branch is decided makes of a {@link Frame}: the image of its point, and the derivatives over its hull by the mean
 * value theorem. With a = η∂α = αB − vβ₂ρ, b = η∂β₂ = −vαρ and the scale s, 1 except for {@link Branch#SCALED}:
 *
 * <pre>
 * α⁺ = α − sa, F, α or α ± c      β₂⁺ = β₂ − sb      B⁺ = (1 − suα²)²B
 * </pre>
 *
 * @param descent the settings as intervals
 */
record StepMap(EnclosedDescent descent) {
    private static final Interval ZERO = Interval.of(0, Frame.BITS);
    private static final Interval ONE = Interval.of(1, Frame.BITS);
    private static final Interval TWO = Interval.of(2, Frame.BITS);

    /** The frame after a step from {@code state}. */
    Frame next(EnclosedState state, Branch branch) throws UndecidedException {
        Interval[] image = image(state, branch);
        Interval to = image[2].midpoint();
        if (to.sign() != Sign.POSITIVE && state.oscillation().sign() != Sign.ZERO) {
            // An error relative to 0 would be lost.
            throw new UndecidedException(state.step(), "whether β₁ becomes 0");
        }
        return state.frame().next(image, jacobian(state, branch, to));
    }

    private Interval[] image(EnclosedState state, Branch branch) {
        Interval one = descent.one();
        Interval v = descent.v();
        Interval alpha = state.frame().point(0);
        Interval beta2 = state.frame().point(1);
        Interval oscillation = state.frame().point(2);
        Interval curvature =
                state.atFloor() ? descent.kappa().orElseThrow() : descent.u().times(alpha.square());
        if (branch == Branch.SCALED) {
            NormClip norm = descent.norm().orElseThrow();
            Interval a = descent.stepAlpha(alpha, beta2, oscillation);
            Interval b = descent.stepBeta2(alpha, beta2);
            Interval s = norm.scale(norm.square(a, b, alpha, oscillation));
            return new Interval[] {
                alpha.minus(s.times(a)),
                beta2.minus(s.times(b)),
                one.minus(s.times(curvature)).square().times(oscillation)
            };
        }
        return new Interval[] {
            switch (branch) {
                case FLOOR -> descent.floor().orElseThrow();
                case HELD -> alpha;
                case UP -> alpha.plus(descent.longest().orElseThrow());
                case DOWN -> alpha.minus(descent.longest().orElseThrow());
                default ->
                    alpha.times(one.minus(oscillation).minus(v.times(beta2.square())))
                            .plus(v.times(beta2));
            },
            beta2.times(one.minus(v.times(alpha.square()))).plus(v.times(alpha)),
            one.minus(curvature).square().times(oscillation)
        };
    }

    /**
     * The derivatives of the new (d₀, d₁, d₂) by the old; d₂ is relative, B = B̂(1 + d₂), so that its column carries a factor B̂ and its row
     * 1/B̂⁺.
     */
    private Interval[][] jacobian(EnclosedState state, Branch branch, Interval to) {
        Interval alpha = state.alpha().rounded(Frame.BITS);
        Interval beta2 = state.beta2().rounded(Frame.BITS);
        Interval oscillation = state.oscillation().rounded(Frame.BITS);
        Interval from = state.frame().point(2);
        Interval coarseFrom = from.rounded(Frame.BITS);
        Interval u = descent.u().rounded(Frame.BITS);
        Interval v = descent.v().rounded(Frame.BITS);
        // The derivatives of a and b by α, β₂ and B.
        Interval cross = v.times(TWO.times(alpha).times(beta2).minus(ONE));
        Interval[] ofA = {oscillation.plus(v.times(beta2.square())), cross, alpha};
        Interval[] ofB = {cross, v.times(alpha.square()), ZERO};
        Interval curvature =
                state.atFloor() ? descent.kappa().orElseThrow().rounded(Frame.BITS) : u.times(alpha.square());
        Scale scale = branch == Branch.SCALED ? scale(state, ofA, ofB) : Scale.NONE;
        Interval factor = ONE.minus(scale.s.times(curvature));
        Interval[] first = new Interval[3];
        Interval[] second = new Interval[3];
        Interval[] third = new Interval[3];
        for (int x = 0; x < 3; x++) {
            first[x] = unit(x, 0).minus(scale.s.times(ofA[x])).minus(scale.a.times(scale.gradient[x]));
            second[x] = unit(x, 1).minus(scale.s.times(ofB[x])).minus(scale.b.times(scale.gradient[x]));
            // Half the derivative of (1 − s·uα²)² over 1 − s·uα²; at the floor uα² is κ and does not vary.
            Interval rate = scale.gradient[x].times(curvature);
            third[x] = x == 0 && !state.atFloor()
                    ? rate.plus(scale.s.times(TWO).times(u).times(alpha))
                    : rate;
            third[x] = TWO.times(factor).times(third[x]).negate();
        }
        switch (branch) {
            case FLOOR -> first = new Interval[] {ZERO, ZERO, ZERO};
            case HELD, UP, DOWN -> first = new Interval[] {ONE, ZERO, ZERO};
            default -> {}
        }
        first[2] = first[2].times(coarseFrom);
        second[2] = second[2].times(coarseFrom);
        if (to.sign() != Sign.POSITIVE) {
            return new Interval[][] {first, second, {ZERO, ZERO, ZERO}};
        }
        Interval relative = state.oscillation().dividedBy(to).rounded(Frame.BITS);
        third[0] = third[0].times(relative);
        third[1] = third[1].times(relative);
        third[2] = third[2].times(relative)
                .times(coarseFrom)
                .plus(factor.square().times(from.dividedBy(to).rounded(Frame.BITS)));
        return new Interval[][] {first, second, third};
    }

    /** s_x = −s(a·a_x + b·b_x + ½(uα⁴B)_x)/N. */
    private Scale scale(EnclosedState state, Interval[] ofA, Interval[] ofB) {
        NormClip norm = descent.norm().orElseThrow();
        Interval a = descent.stepAlpha(state.alpha(), state.beta2(), state.oscillation());
        Interval b = descent.stepBeta2(state.alpha(), state.beta2());
        Interval square = norm.square(a, b, state.alpha(), state.oscillation());
        Interval s = norm.scale(square).rounded(Frame.BITS);
        Interval rate = s.dividedBy(square.rounded(Frame.BITS)).negate();
        Interval coarseA = a.rounded(Frame.BITS);
        Interval coarseB = b.rounded(Frame.BITS);
        Interval[] rest = norm.halfGradient(state.alpha(), state.oscillation());
        Interval[] gradient = new Interval[3];
        for (int x = 0; x < 3; x++) {
            gradient[x] =
                    rate.times(coarseA.times(ofA[x]).plus(coarseB.times(ofB[x])).plus(rest[x].rounded(Frame.BITS)));
        }
        return new Scale(s, coarseA, coarseB, gradient);
    }

    /** s with its derivatives by α, β₂ and B, and the a and b that they multiply. */
    private record Scale(Interval s, Interval a, Interval b, Interval[] gradient) {
        static final Scale NONE = new Scale(ONE, ZERO, ZERO, new Interval[] {ZERO, ZERO, ZERO});
    }

    private static Interval unit(int i, int j) {
        return i == j ? ONE : ZERO;
    }
}
