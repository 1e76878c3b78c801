/** What the server tells the page by itself: server-sent events, one bounded queue and one thread a connection. */
@NullMarked
package org.eoslab.web.live;

import org.jspecify.annotations.NullMarked;
