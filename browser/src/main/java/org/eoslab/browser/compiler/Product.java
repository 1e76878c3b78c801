package org.eoslab.browser.compiler;

import org.teavm.jso.JSBody;

/** A product that stays one when its text becomes part of a longer one: what a sign stands before needs brackets. Two signs change no bit. */
public final class Product {
    private Product() {}

    /** a·b. */
    @JSBody(
            params = {"a", "b"},
            script = "return -(-a * b);")
    public static native double of(double a, double b);
}
