/**
 * Watch: runs that take longer than a moment, started, stopped, resumed and forked from the page. Each is a {@link
 * org.eoslab.job.Job} into the store, watched as it goes; what the page draws of it is kept thinned, in constant memory.
 */
@NullMarked
package org.eoslab.web.watch;

import org.jspecify.annotations.NullMarked;
