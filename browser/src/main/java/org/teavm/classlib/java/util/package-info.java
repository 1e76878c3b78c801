/**
 * Classes of {@code java.util} that the compiler to JavaScript has none of, by the names under which it looks for them: here, and with a T before
 * the name.
 */
@NullMarked
package org.teavm.classlib.java.util;

import org.jspecify.annotations.NullMarked;
