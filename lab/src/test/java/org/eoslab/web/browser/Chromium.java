package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eoslab.experiment.Catalogue;
import org.eoslab.store.FolderStore;
import org.eoslab.web.Explorer;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser that looks at an explorer, with a store and a folder for downloads. */
final class Chromium implements AutoCloseable {
    /** Long, for a machine that does other things too; a test that passes does not wait for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Between two looks at the page. */
    private static final Duration PACE = Duration.ofMillis(30);

    private final Driver driver;
    private final Path downloads;
    private final FolderStore store;
    private Explorer explorer;

    Chromium(Driver driver) {
        Path folder = driver.newFolder();
        this.driver = driver;
        downloads = folder.resolve("downloads");
        store = FolderStore.open(folder.resolve("store"), Clock.systemUTC());
        explorer = explorer();
        driver.reset(downloads);
    }

    private Explorer explorer() {
        return Explorer.start("127.0.0.1", driver.port(), Catalogue.load(), store);
    }

    /** Takes the server away from under the page. */
    void stopServer() {
        explorer.close();
    }

    /** Another server at the same address, with the same store. */
    void startServer() {
        explorer = explorer();
    }

    ChromeDriver driver() {
        return driver.chrome();
    }

    FolderStore store() {
        return store;
    }

    /** Opens an address of the page, such as {@code #/play}, from scratch. */
    void go(String hash) {
        driver().get("about:blank");
        driver().get(explorer.address() + hash);
    }

    /** Gives the page this width, in pixels. */
    void width(int width) {
        size(width, 900);
    }

    /** Gives the page this size, in pixels. */
    void size(int width, int height) {
        size(width, height, 1);
    }

    /** Gives the page this size, on a screen with so many pixels along one of the page's. */
    void size(int width, int height, int ratio) {
        driver().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", ratio, "mobile", false));
    }

    /** The one element there once it is shown. */
    WebElement find(String css) {
        return await(
                css,
                d -> d.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    List<WebElement> all(String css) {
        return driver().findElements(By.cssSelector(css));
    }

    /** The button with that text. */
    WebElement button(String text) {
        String path = "//button[normalize-space()='" + text + "']|//summary[normalize-space()='" + text + "']";
        return await(
                text,
                d -> d.findElements(By.xpath(path)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** Waits until the script returns something that is neither false nor null; what it reads may not be there yet. */
    Object await(String script) {
        return await(script, d -> {
            Object value = d.executeScript("return " + script);
            return Boolean.FALSE.equals(value) ? null : value;
        });
    }

    <T> T await(String what, Function<ChromeDriver, T> condition) {
        return new WebDriverWait(driver(), PATIENCE, PACE)
                .withMessage(() -> "waiting for " + what + " at " + driver().getCurrentUrl())
                .ignoring(StaleElementReferenceException.class, JavascriptException.class)
                .until(d -> condition.apply((ChromeDriver) d));
    }

    Object js(String script, Object... arguments) {
        return driver().executeScript(script, arguments);
    }

    /** Types over what is in a field. */
    void type(String css, String text) {
        find(css).sendKeys(Keys.chord(Keys.CONTROL, "a"), text.isEmpty() ? Keys.DELETE : text, Keys.TAB);
    }

    /** Drags with the mouse in two moves, from {@code from} pixels to the right of an element's middle. */
    void drag(WebElement element, int from, int right, int down) {
        new Actions(driver())
                .moveToElement(element, from, 0)
                .clickAndHold()
                .moveByOffset(right / 2, down / 2)
                .moveByOffset(right / 2, down / 2)
                .release()
                .perform();
    }

    /** Chooses an entry of the menu of downloads; returns the file once it is whole. */
    Path download(String entry, String ending) {
        discard(ending);
        if (all("details.menu[open]").isEmpty()) {
            button("Export").click();
        }
        button(entry).click();
        return await("a download that ends in " + ending, d -> downloaded(ending));
    }

    private void discard(String ending) {
        for (Path older = downloaded(ending); older != null; older = downloaded(ending)) {
            assertThat(older.toFile().delete()).isTrue();
        }
    }

    private @Nullable Path downloaded(String ending) {
        if (!Files.exists(downloads)) {
            return null;
        }
        try (var files = Files.list(downloads)) {
            return files.filter(f -> f.toString().endsWith(ending)).findFirst().orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing was wrong and nobody else was asked, since this was last checked. A request that a newer one has replaced is refused, and that is right. */
    void assertClean() {
        assertThat(driver.complaints())
                .filteredOn(complaint -> !complaint.toString().contains("a status of 409"))
                .isEmpty();
        assertThat(driver.requests())
                .filteredOn(url -> url.matches("(https?|wss?):.*"))
                .allMatch(url -> url.startsWith(explorer.address()));
    }

    @Override
    public void close() {
        driver.chrome().get("about:blank");
        explorer.close();
    }
}
