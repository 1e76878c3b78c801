/**
 * The laboratory compiled to JavaScript, for pages that have no server: {@link org.eoslab.browser.Laboratory#ask} answers what {@link
 * org.eoslab.view.Questions} answers, with the same bits.
 */
@NullMarked
package org.eoslab.browser;

import org.jspecify.annotations.NullMarked;
