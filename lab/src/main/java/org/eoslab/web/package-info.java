/**
 * The web explorer's server: the page and a JSON interface to the same loop that everything else runs on.
 *
 * <p>{@link org.eoslab.web.Explorer} puts it together, {@link org.eoslab.web.server.OriginCheck} decides whom it answers, and {@link
 * org.eoslab.web.server.RequestQueue} sees to it that a tab's newer request replaces its older one. The server keeps no session: an
 * experiment's record comes with every request. Nothing here computes a trajectory, judges a number or draws; the page draws.
 *
 * <p>Example: {@code try (Explorer e = Explorer.start("127.0.0.1", 0, Catalogue.load())) { open(e.address()); }}.
 */
@NullMarked
package org.eoslab.web;

import org.jspecify.annotations.NullMarked;
