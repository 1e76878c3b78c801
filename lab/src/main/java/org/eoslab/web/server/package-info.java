/**
 * What every group of routes stands on: JSON and YAML bodies, the queue of requests in which a tab's newest wins, and who may ask.
 *
 * <p>Knows no route. {@link org.eoslab.web.Explorer} puts the groups together.
 */
@NullMarked
package org.eoslab.web.server;

import org.jspecify.annotations.NullMarked;
