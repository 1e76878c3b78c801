/**
 * The one language of formulas: read once, then evaluated over doubles, intervals or numbers of many digits, with exact derivatives.
 *
 * <p>An expression becomes straight-line code ({@link org.eoslab.expression.Program}); its derivatives are such code again, so that
 * whatever evaluates a formula evaluates its gradient, Hessian products and third derivatives. Nothing recurses over a tree.
 *
 * <pre>{@code
 * Expression loss = Expression.parse("log(cosh(x*y)) + mu*x^2");
 * Scope scope = new Scope().parameter("x").parameter("y").constant("mu", new BigDecimal("0.1"));
 * Tape gradient = new Tape(new Derivatives(loss, scope).gradient()); // L, dL/dx, dL/dy
 * double[] result = new double[3];
 * gradient.run(new double[] {0.5, 6}, result);
 * assert Math.abs(result[2] - 0.5 * Math.tanh(3)) < 1e-15;
 * }</pre>
 */
@NullMarked
package org.eoslab.expression;

import org.jspecify.annotations.NullMarked;
