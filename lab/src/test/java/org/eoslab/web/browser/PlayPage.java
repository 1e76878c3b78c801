package org.eoslab.web.browser;

import java.util.List;
import java.util.stream.Stream;

/** The Play view as tests see it. */
record PlayPage(Chromium browser) {
    /** The timeline has lines in it. */
    static final String DRAWN = "Number(document.querySelector('.timeline')?.dataset.readings) > 0"
            + " && document.querySelector('.timeline canvas') !== null";

    /** The plots and the plane show what was asked for last. */
    static final String FRESH = "document.querySelector('.play .plotbox.tall').dataset.state === 'fresh'"
            + " && document.querySelector('.play .paths').dataset.state === 'fresh'";

    static final String SPACE_DRAWN = "document.querySelector('.space canvas')?.dataset.eye !== undefined";
    static final String CLAIMS = "document.querySelectorAll('.claims tbody tr').length > 5";

    /** Opens the view there and waits until it is drawn. */
    void open(String query) {
        browser.go("#/play?" + query);
        browser.await(DRAWN + " && " + FRESH);
    }

    /** The text in a setting's field. */
    String field(String name) {
        return browser.find("#set-" + name).getDomProperty("value");
    }

    /** The timeline as it looks. */
    Object timeline() {
        return browser.js("return [...document.querySelectorAll('.timeline canvas')].map(c => c.toDataURL()).join()");
    }

    /** The steps on the screen. */
    List<Double> range() {
        return Stream.of(browser.find(".timeline").getDomAttribute("data-range").split("\\.\\."))
                .map(Double::valueOf)
                .toList();
    }
}
