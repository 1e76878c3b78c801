package org.eoslab.web.browser;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the browser tells a screen reader. */
record AccessibilityTree(Chromium browser) {
    /**
     * Something that is read.
     *
     * @param role its role
     * @param name what it is called
     * @param description what is said of it besides
     * @param focused whether it has the keyboard
     */
    record Node(String role, String name, String description, boolean focused) {}

    /** All that is read of the page. */
    List<Node> nodes() {
        Map<String, Object> tree = browser.driver().executeCdpCommand("Accessibility.getFullAXTree", Map.of());
        return ((List<?>) tree.get("nodes"))
                .stream()
                        .map(node -> (Map<?, ?>) node)
                        .filter(node -> !Boolean.TRUE.equals(node.get("ignored")))
                        .map(AccessibilityTree::node)
                        .toList();
    }

    /** What has the keyboard. */
    Node focused() {
        return nodes().stream()
                .filter(Node::focused)
                .filter(node -> !node.role().equals("RootWebArea"))
                .findFirst()
                .orElse(new Node("", "", "", false));
    }

    /** What a slider is said to stand at: the browser's protocol has its number only, in place of which this is spoken. */
    String spoken(String slider) {
        return String.valueOf(browser.js(
                "return [...document.querySelectorAll('input[type=range]')].find(e => e.ariaLabel === arguments[0]).ariaValueText",
                slider));
    }

    /** All that has a role. */
    List<Node> of(String role) {
        return nodes().stream().filter(node -> node.role().equals(role)).toList();
    }

    private static Node node(Map<?, ?> node) {
        return new Node(text(node, "role"), text(node, "name"), text(node, "description"), focused(node));
    }

    private static boolean focused(Map<?, ?> node) {
        return property(node, "focused").map(Boolean.TRUE::equals).orElse(false);
    }

    private static String text(Map<?, ?> node, String key) {
        return node.get(key) instanceof Map<?, ?> field && field.get("value") != null
                ? String.valueOf(field.get("value"))
                : "";
    }

    private static Optional<Object> property(Map<?, ?> node, String name) {
        List<?> properties = node.get("properties") instanceof List<?> list ? list : List.of();
        return properties.stream()
                .map(property -> (Map<?, ?>) property)
                .filter(property -> name.equals(property.get("name")))
                .map(property -> (Object) ((Map<?, ?>) property.get("value")).get("value"))
                .findFirst();
    }
}
