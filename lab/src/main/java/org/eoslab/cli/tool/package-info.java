/** Commands around experiments: {@code doctor}, and the long-running tools. */
@NullMarked
package org.eoslab.cli.tool;

import org.jspecify.annotations.NullMarked;
