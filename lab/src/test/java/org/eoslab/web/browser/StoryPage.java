package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eoslab.cli.ProgramRun;

/** The story in a browser: its chapters by their selectors, what they show, and what they say. */
record StoryPage(Chromium browser) {
    static final String FIRST = ".chapter.hero";

    /** The selector of a chapter by its name. */
    static String chapter(String name) {
        return "[data-chapter=" + name + "]";
    }

    /** A chapter shows what its knobs say, in the text and in the picture. */
    static String drawn(String chapter) {
        return "document.querySelector('" + chapter + "')?.dataset.shown !== undefined && document.querySelector('"
                + chapter + " :is(canvas, .ledger td)') !== null";
    }

    static String shows(String chapter, String knob, double value) {
        return "JSON.parse(document.querySelector('" + chapter + "')?.dataset.shown ?? '{}')." + knob + " === " + value;
    }

    /** Writes the site into a folder and opens it from there. */
    void openFile(Path folder, String... options) {
        List<String> arguments = new ArrayList<>(List.of("site", "--out", folder.toString()));
        arguments.addAll(List.of(options));
        ProgramRun program = ProgramRun.eos(arguments.toArray(String[]::new));
        assertThat(program.exitCode()).as(program.err()).isZero();
        browser.driver().get("about:blank");
        browser.driver().get(folder.resolve("index.html").toUri().toString());
        browser.await(drawn(FIRST));
    }

    /** Opens it at its first screen. */
    void open() {
        browser.go("#/story");
        browser.await(drawn(FIRST));
    }

    /** Opens it at a chapter, with knobs as an address has them, such as {@code &eta=2}; returns the chapter's selector. */
    String open(String chapter, String knobs) {
        browser.go("#/story?chapter=" + chapter + knobs);
        browser.await(drawn(chapter(chapter)));
        return chapter(chapter);
    }

    /** Scrolls to a chapter and waits for what it shows; returns its selector. */
    String reach(String chapter) {
        browser.js("document.querySelector('" + chapter(chapter) + "').scrollIntoView()");
        browser.await(drawn(chapter(chapter)));
        return chapter(chapter);
    }

    String picture(String chapter) {
        return String.valueOf(browser.js(
                "return [...document.querySelectorAll('" + chapter + " canvas')].map(c => c.toDataURL()).join()"));
    }

    String text(String chapter) {
        return browser.find(chapter + " .prose").getText();
    }
}
