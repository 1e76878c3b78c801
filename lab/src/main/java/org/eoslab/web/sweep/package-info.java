/** Sweeps small enough to wait for: phase diagrams of two settings, drawn while the user looks. */
@NullMarked
package org.eoslab.web.sweep;

import org.jspecify.annotations.NullMarked;
