/**
 * Second-order regression (Agarwala, Pedregosa and Pennington 2022): the tangent kernel climbs to just below 2/η.
 *
 * <pre>{@code
 * new SecondOrderRegression(0.005).tangentKernel(w);   // T = ‖Qw‖²
 * }</pre>
 */
@NullMarked
package org.eoslab.model.agarwala;

import org.jspecify.annotations.NullMarked;
