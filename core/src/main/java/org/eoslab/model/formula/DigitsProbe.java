package org.eoslab.model.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.expression.Program;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.probe.LossProbe;
import org.eoslab.run.probe.SharpnessProbe;
import org.hipparchus.dfp.Dfp;

/**
 * FormulaLoss, gradient and Hessian with all digits, rounded to doubles at the end; the eigenvalue is that of the rounded Hessian. A parameter
 * below the normal doubles has {@code xSignificand} and {@code xExponent} too, x = significand·2^exponent; else the exponent is 0.
 *
 * @param names the parameters'
 * @param dynamics the run's
 * @param product (w, u) ↦ ∇²L·u
 */
record DigitsProbe(List<String> names, DigitsDescent dynamics, Program product) implements Probe {
    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(LossProbe.COLUMNS);
        columns.addAll(SharpnessProbe.columns(1));
        names.forEach(name -> columns.addAll(Column.parts(name, name)));
        return List.copyOf(columns);
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        List<Dfp> w = dynamics.parameters(state);
        List<Dfp> gradient = dynamics.gradient().evaluate(dynamics.memory().arithmetic(), w);
        row[offset] = gradient.get(0).toDouble();
        row[offset + 1] =
                DigitsDescent.norm(gradient.subList(1, gradient.size())).toDouble();
        EigenPairs pairs = new DirectEigenSolver().largest(SymmetricOperator.of(hessian(w)), 1, EigenPairs.NONE);
        row[offset + 2] = pairs.largest();
        row[offset + 3] = pairs.residuals()[0];
        row[offset + 4] = pairs.products();
        row[offset + 5] = 0;
        row[offset + 6] = pairs.largest();
        for (int i = 0; i < w.size(); i++) {
            extended(w.get(i), row, offset + 7 + 2 * i);
        }
    }

    private double[][] hessian(List<Dfp> w) {
        int n = w.size();
        double[][] hessian = new double[n][n];
        for (int j = 0; j < n; j++) {
            List<Dfp> inputs = new ArrayList<>(w);
            for (int i = 0; i < n; i++) {
                inputs.add(i == j ? w.get(0).getOne() : w.get(0).getZero());
            }
            List<Dfp> column = product.evaluate(dynamics.memory().arithmetic(), inputs);
            for (int i = 0; i < n; i++) {
                hessian[i][j] = column.get(i).toDouble();
            }
        }
        return hessian;
    }

    private static void extended(Dfp number, double[] row, int at) {
        double plain = number.toDouble();
        row[at] = plain;
        row[at + 1] = 0;
        if (Math.abs(plain) < Double.MIN_NORMAL && !number.isZero()) {
            BigDecimal decimal = new BigDecimal(number.toString());
            int exponent = (int) Math.floor((decimal.precision() - decimal.scale()) * Math.log(10) / Math.log(2));
            row[at] = decimal.multiply(BigDecimal.valueOf(2).pow(-exponent), MathContext.DECIMAL128)
                    .doubleValue();
            row[at + 1] = exponent;
        }
    }
}
