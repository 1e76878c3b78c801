package org.eoslab.plot.draw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** What the pages that open without a network share: text and pictures inside them. */
public final class Html {
    private static final String STYLE = """
            body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff }
            h1 { font-size: 1.7rem } h2 { font-size: 1.25rem } img { max-width: 100%; height: auto } pre { overflow-x: auto } table { border-collapse: collapse; font-size: .9rem }
            th, td { padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #ddd }
            """;

    private Html() {}

    /**
     * A page up to its first heading, which is its title.
     *
     * @param rules of its own, after those that all share
     */
    public static String head(String title, String rules) {
        String text = escaped(title);
        return "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n<title>"
                + text + "</title>\n<style>\n" + STYLE + rules + "</style>\n<h1>" + text + "</h1>\n";
    }

    /** A text as it stands between tags or in an attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** An SVG file as an image inside the page. */
    public static String image(Path svg, String description) throws IOException {
        return "<img alt=\"" + escaped(description) + "\" src=\"data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(Files.readAllBytes(svg)) + "\">\n";
    }
}
