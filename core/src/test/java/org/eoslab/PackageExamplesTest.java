package org.eoslab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eoslab.run.Simulation;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every package of the laboratory says by an example how it is used; each is compiled and run, and its assertions hold. */
class PackageExamplesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\R(.*?)\\R \\* }</pre>", Pattern.DOTALL);

    /** The packages of core but those of the models, whose users are the catalogue's. */
    static List<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.startsWith("org.eoslab.model"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void runs(String name, @TempDir Path folder) throws Exception {
        Path file = SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java");
        Matcher example = EXAMPLE.matcher(Files.readString(file));
        assertThat(example.find()).as("an example in %s", file).isTrue();
        String body = example.group(1)
                .lines()
                .map(line -> line.replaceFirst("^ \\* ?", ""))
                .collect(Collectors.joining("\n"));
        assertThat(body).as("what it comes to").contains("assert ");
        Path source = Files.writeString(folder.resolve("Example.java"), program(body));
        compile(source, folder);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Simulation.class.getClassLoader())) {
            loader.setDefaultAssertionStatus(true);
            ((Runnable) loader.loadClass("Example").getConstructor().newInstance()).run();
        }
    }

    private static String program(String body) throws IOException {
        String imports = Stream.concat(Stream.of("java.math", "java.util", "java.util.stream"), packages().stream())
                .map(name -> "import " + name + ".*;")
                .collect(Collectors.joining("\n"));
        return imports + "\npublic class Example implements Runnable { @Override public void run() {\n" + body
                + "\n} }\n";
    }

    /** Where the laboratory and Hipparchus are, however the tests were started. */
    private static String classPath() throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> one : List.of(Simulation.class, DerivativeStructure.class)) {
            places.add(Path.of(one.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, places);
    }

    private static void compile(Path source, Path folder) throws IOException, URISyntaxException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("-d", folder.toString(), "-proc:none", "-cp", classPath()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as("%s", messages).isTrue();
        }
    }
}
