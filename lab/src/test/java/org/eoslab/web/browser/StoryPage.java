package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eoslab.cli.ProgramRun;

/** The story in a browser: its chapters by their selectors, what they show, and what they say. */
record StoryPage(Chromium browser) {
    static final String FIRST = ".chapter.hero";

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

    String picture(String chapter) {
        return String.valueOf(browser.js(
                "return [...document.querySelectorAll('" + chapter + " canvas')].map(c => c.toDataURL()).join()"));
    }

    String text(String chapter) {
        return browser.find(chapter + " .prose").getText();
    }
}
