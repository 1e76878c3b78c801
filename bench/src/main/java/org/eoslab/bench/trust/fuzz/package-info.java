/** Inputs made by chance, of which most are nearly right: whatever they are, a command ends in one line and with the exit code of its kind. */
@org.jspecify.annotations.NullMarked
package org.eoslab.bench.trust.fuzz;
