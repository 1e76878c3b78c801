/** How an answer looks in a terminal: tables, JSON documents, progress bars. */
@NullMarked
package org.eoslab.cli.text;

import org.jspecify.annotations.NullMarked;
