/**
 * Settings that several models share, under the same names, each with what it is read to.
 *
 * <p>Example: a model adds {@code ReadingsSetting.settings()} to its own and asks {@code ReadingsSetting.read(settings)} which steps
 * have a reading.
 */
@NullMarked
package org.eoslab.experiment.setting;

import org.jspecify.annotations.NullMarked;
