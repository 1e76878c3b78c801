/** What commands share: options, exit codes, interruption. */
@NullMarked
package org.eoslab.cli.option;

import org.jspecify.annotations.NullMarked;
