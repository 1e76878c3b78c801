/** Commands on the store: {@code runs}, {@code query}, {@code export}. */
@NullMarked
package org.eoslab.cli.store;

import org.jspecify.annotations.NullMarked;
