/** Commands that run and judge experiments: {@code run}, {@code verify}, {@code presets}, {@code window}. */
@NullMarked
package org.eoslab.cli.run;

import org.jspecify.annotations.NullMarked;
