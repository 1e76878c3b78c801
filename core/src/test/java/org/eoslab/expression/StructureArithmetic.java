package org.eoslab.expression;

import java.math.BigDecimal;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** Hipparchus' numbers that carry all their partial derivatives: an independent way to differentiate. */
final class StructureArithmetic implements Arithmetic<DerivativeStructure> {
    private final DSFactory factory;

    StructureArithmetic(int parameters, int order) {
        factory = new DSFactory(parameters, order);
    }

    DerivativeStructure variable(int index, double value) {
        return factory.variable(index, value);
    }

    @Override
    public DerivativeStructure constant(BigDecimal value) {
        return factory.constant(value.doubleValue());
    }

    @Override
    public DerivativeStructure pi() {
        return factory.constant(Math.PI);
    }

    @Override
    public boolean isZero(DerivativeStructure a) {
        return a.getValue() == 0;
    }

    @Override
    public DerivativeStructure apply(Op op, DerivativeStructure a) {
        return switch (op) {
            case NEG -> a.negate();
            case SQRT -> a.sqrt();
            case CBRT -> a.cbrt();
            case EXP -> a.exp();
            case EXPM1 -> a.expm1();
            case LOG -> a.log();
            case LOG1P -> a.log1p();
            case LOG10 -> a.log10();
            case SIN -> a.sin();
            case COS -> a.cos();
            case TAN -> a.tan();
            case ASIN -> a.asin();
            case ACOS -> a.acos();
            case ATAN -> a.atan();
            case SINH -> a.sinh();
            case COSH -> a.cosh();
            case TANH -> a.tanh();
            case LOGCOSH -> a.multiply(0.5).sinh().square().multiply(2).log1p();
            case SIGMOID -> a.negate().exp().add(1).reciprocal();
            case SOFTPLUS -> a.exp().log1p();
            case ERF -> erf(a);
            case NORMCDF -> erf(a.multiply(Math.sqrt(0.5))).add(1).multiply(0.5);
            case ABS -> a.abs();
            case SIGN -> factory.constant(Math.signum(a.getValue()));
            default -> throw new IllegalStateException(op.name());
        };
    }

    private static DerivativeStructure erf(DerivativeStructure a) {
        double x = a.getValue();
        double slope = 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        return a.compose(org.hipparchus.special.Erf.erf(x), slope, -2 * x * slope, (4 * x * x - 2) * slope);
    }

    @Override
    public DerivativeStructure apply(Op op, DerivativeStructure a, DerivativeStructure b) {
        return switch (op) {
            case ADD -> a.add(b);
            case SUB -> a.subtract(b);
            case MUL -> a.multiply(b);
            case DIV -> a.divide(b);
            case POW -> a.pow(b);
            case MIN -> a.getValue() <= b.getValue() ? a : b;
            case MAX -> a.getValue() >= b.getValue() ? a : b;
            case LESS -> factory.constant(a.getValue() < b.getValue() ? 1 : 0);
            case AT_MOST -> factory.constant(a.getValue() <= b.getValue() ? 1 : 0);
            case EQUAL -> factory.constant(a.getValue() == b.getValue() ? 1 : 0);
            default -> throw new IllegalStateException(op.name());
        };
    }
}
