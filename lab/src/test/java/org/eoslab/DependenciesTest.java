package org.eoslab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The page of the dependencies lists those of the build, with its versions, and no others. */
class DependenciesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (\\S+) \\| [^|]+ \\|.*\\|");
    private static final Pattern OTHER_PLATFORM = Pattern.compile("macosx|windows|linux-arm64");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    @Test
    void thePageListsWhatTheBuildTakes() throws Exception {
        Set<String> listed = new TreeSet<>();
        Files.readString(ROOT.resolve("docs/dependencies.md")).lines().forEach(line -> {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                listed.add(row.group(1) + " " + row.group(2));
            }
        });
        assertThat(listed).isEqualTo(taken());
    }

    /** Of the libraries on the class path; what another platform has of its own is not in the list. */
    @Test
    void theListOfChecksumsHasWhatTheBuildFetched() throws Exception {
        Set<String> listed = Set.copyOf(Files.readAllLines(ROOT.resolve(".mvn/checksums/checksums.sha256")));
        List<Path> libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.toString().endsWith(".jar"))
                .filter(jar -> !jar.toString().contains("eoslab-"))
                .filter(jar -> !OTHER_PLATFORM.matcher(jar.toString()).find())
                .toList();
        assertThat(libraries).hasSizeGreaterThan(30);
        for (Path jar : libraries) {
            String sum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
            assertThat(listed)
                    .as("%s; after a change of the dependencies .mvn/record-checksums makes the list again", jar)
                    .anyMatch(line -> line.startsWith(sum + "  ") && line.endsWith("/" + jar.getFileName()));
        }
    }

    /** The build puts the library of its platform beside the program; under another name it would find none, and say nothing. */
    @Test
    void duckDbHasTheLibraryOfEveryPlatformThatTheBuildNames() throws Exception {
        String jar = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.contains("duckdb_jdbc-"))
                .findFirst()
                .orElseThrow();
        NodeList conditions = read(ROOT.resolve("lab/pom.xml")).getElementsByTagName("condition");
        try (ZipFile zip = new ZipFile(jar)) {
            Set<String> libraries = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("libduckdb_java.so_"))
                    .collect(Collectors.toSet());
            Set<String> named = new TreeSet<>();
            for (int i = 0; i < conditions.getLength(); i++) {
                Element condition = (Element) conditions.item(i);
                if (condition.getAttribute("property").equals("duckdb.native")) {
                    named.add("libduckdb_java.so_" + condition.getAttribute("value"));
                }
            }
            assertThat(named).isEqualTo(libraries);
        }
    }

    /** Every artifact that is not this project's, and its version. */
    private static Set<String> taken() throws Exception {
        Document root = read(ROOT.resolve("pom.xml"));
        List<Document> poms = new ArrayList<>(List.of(root));
        for (Element module : children(child(root.getDocumentElement(), "modules"))) {
            poms.add(read(ROOT.resolve(module.getTextContent().strip()).resolve("pom.xml")));
        }
        TreeMap<String, String> properties = new TreeMap<>();
        for (Document pom : poms) {
            children(pom.getDocumentElement()).stream()
                    .filter(element -> element.getTagName().equals("properties"))
                    .flatMap(element -> children(element).stream())
                    .forEach(property -> properties.put(
                            property.getTagName(), property.getTextContent().strip()));
        }
        TreeMap<String, String> versions = new TreeMap<>();
        TreeSet<String> artifacts = new TreeSet<>();
        for (Document pom : poms) {
            NodeList found = pom.getElementsByTagName("dependency");
            for (int i = 0; i < found.getLength(); i++) {
                Element dependency = (Element) found.item(i);
                String group = text(dependency, "groupId");
                if (!group.startsWith("org.eoslab") && inDependencies(dependency)) {
                    String artifact = text(dependency, "artifactId");
                    // The modules of JUnit have the version of its list of materials.
                    String name = group.equals("org.junit.jupiter") ? "junit-bom" : artifact;
                    artifacts.add(name);
                    String version = text(dependency, "version");
                    if (!version.isEmpty()) {
                        versions.put(name, resolved(version, properties));
                    }
                }
            }
        }
        Set<String> taken = new TreeSet<>();
        artifacts.forEach(artifact -> taken.add(artifact + " " + versions.get(artifact)));
        return taken;
    }

    /** Whether it is the project's, or managed by it, and not a plugin's. */
    private static boolean inDependencies(Element dependency) {
        for (Node above = dependency.getParentNode(); above != null; above = above.getParentNode()) {
            if (above.getNodeName().equals("plugin")) {
                return false;
            }
        }
        return true;
    }

    private static String resolved(String version, TreeMap<String, String> properties) {
        Matcher property = PROPERTY.matcher(version);
        return property.matches() ? properties.get(property.group(1)) : version;
    }

    private static Document read(Path pom) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    }

    private static String text(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .map(element -> element.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        NodeList all = parent.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
