/**
 * Networks as objectives: losses by automatic differentiation on libtorch, behind the interfaces of {@code objective}. What a
 * network is stands in {@code network}, what it learns from in {@code data}, the experiments in {@code model}.
 *
 * <p>Example: {@code new NetworkObjective(Sequential.perceptron(Activation.TANH, 3072, 200, 200, 10), data,
 * Loss.HALF_SQUARED, Precision.FLOAT32, new Chunks(5000, 5000))}.
 */
@NullMarked
package org.eoslab.torch;

import org.jspecify.annotations.NullMarked;
