package org.eoslab.model.minimalist.enclosure;

/** The enclosures are too wide to decide a branch or a label: more digits are needed. */
public final class UndecidedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    /** That {@code question} cannot be answered at {@code step}. */
    public UndecidedException(long step, String question) {
        super(question + " at step " + step);
        this.what = question + " is undecided at step " + step;
    }

    /** What is undecided, and at which step. */
    public String what() {
        return what;
    }
}
