package org.eoslab.web;

/** A piece of work for a tab; it looks at its ticket now and then and ends early when nobody waits for it any more. */
@FunctionalInterface
public interface Task {
    /** Does the work; what it returns becomes the response's JSON. */
    Object run(Ticket ticket);
}
