package org.eoslab.browser.compiler;

/** A copy of a part of an array: in a loop where it is short and of doubles. */
public final class Copy {
    /** As many are quicker in a loop. */
    private static final int SHORT = 32;

    private Copy() {}

    /** As {@link System#arraycopy}. */
    public static void of(Object from, int at, Object to, int into, int length) {
        if (length <= SHORT
                && from != to
                && from instanceof double[] source
                && to instanceof double[] target
                && at >= 0
                && into >= 0
                && at + length <= source.length
                && into + length <= target.length) {
            for (int i = 0; i < length; i++) {
                target[into + i] = source[at + i];
            }
        } else {
            System.arraycopy(from, at, to, into, length);
        }
    }
}
