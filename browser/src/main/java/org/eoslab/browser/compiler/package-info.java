/** What the compiler to JavaScript must be told, so that the page has the program's bits. */
@NullMarked
package org.eoslab.browser.compiler;

import org.jspecify.annotations.NullMarked;
