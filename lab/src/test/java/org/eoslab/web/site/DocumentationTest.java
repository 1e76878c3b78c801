package org.eoslab.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation that comes with a site, as pages. */
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]*)(?:#([^\"]*))?\"");

    @TempDir
    private Path folder;

    private Path pages;

    @BeforeEach
    void write() {
        assumeTrue(Site.isThere(), "the page is not in this build, which had no Node");
        Site.write(folder, List.of());
        pages = folder.resolve("docs");
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(pages)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @Test
    void everyFileOfTheDocumentationIsAPageInTheList() throws IOException {
        String list = Files.readString(pages.resolve("index.html"));
        try (Stream<Path> files = Files.list(Path.of("..", "docs"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md")))
                    .isNotEmpty()
                    .allSatisfy(name -> {
                        String page = name.replace(".md", ".html");
                        assertThat(pages.resolve(page)).exists();
                        assertThat(list).contains("href=\"" + page + "\"");
                    });
        }
    }

    @Test
    void everyLinkLeadsToAFileAndAHeadingThatAreThere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : all()) {
            String text = Files.readString(page);
            Matcher link = LINK.matcher(text);
            while (link.find()) {
                if (link.group(1).contains(":")) {
                    continue;
                }
                Path target = link.group(1).isEmpty() ? page : pages.resolve(link.group(1));
                boolean there = Files.exists(target)
                        && (link.group(2) == null || Files.readString(target).contains("id=\"" + link.group(2) + "\""));
                if (!there) {
                    dead.add(page.getFileName() + ": " + link.group());
                }
            }
        }
        assertThat(dead).isEmpty();
    }
}
