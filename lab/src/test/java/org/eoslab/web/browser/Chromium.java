package org.eoslab.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import org.eoslab.experiment.Catalogue;
import org.eoslab.store.FolderStore;
import org.eoslab.store.RunStore;
import org.eoslab.web.Explorer;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser and an explorer of its own, with a store and a folder for downloads. */
final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    /** Long, for a machine that does other things too; a test that passes does not wait for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Explorer explorer;
    private final RunStore store;
    private final Path downloads;
    private final ChromeDriver driver;

    private Chromium(Path folder) {
        downloads = folder.resolve("downloads");
        store = FolderStore.open(folder.resolve("store"), Clock.systemUTC());
        explorer = Explorer.start("127.0.0.1", 0, Catalogue.load(), store);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options(folder.resolve("profile")));
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
    }

    /** Opens one with everything in {@code folder}, which is empty; or skips the test with the reason. */
    static Chromium open(Path folder) {
        assumeTrue(
                Files.isExecutable(BROWSER), "skipped: there is no " + BROWSER + " (Debian: apt-get install chromium)");
        assumeTrue(Files.isExecutable(DRIVER), "skipped: there is no " + DRIVER + " (Debian: chromium-driver)");
        assumeTrue(Explorer.hasPage(), "skipped: the page was not built, for want of Node");
        return new Chromium(folder);
    }

    private static ChromeOptions options(Path profile) {
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        logging.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.setCapability("goog:loggingPrefs", logging);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1440,900",
                "--user-data-dir=" + profile);
        return options;
    }

    ChromeDriver driver() {
        return driver;
    }

    RunStore store() {
        return store;
    }

    /** Opens an address of the page, such as {@code #/play}, from scratch. */
    void go(String hash) {
        driver.get("about:blank");
        driver.get(explorer.address() + hash);
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
        return driver.findElements(By.cssSelector(css));
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

    /** Waits until the script returns something that is neither false nor null. */
    Object await(String script) {
        return await(script, d -> {
            Object value = d.executeScript("return " + script);
            return Boolean.FALSE.equals(value) ? null : value;
        });
    }

    <T> T await(String what, Function<ChromeDriver, T> condition) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "waiting for " + what + " at " + driver.getCurrentUrl())
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .until(d -> condition.apply((ChromeDriver) d));
    }

    Object js(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Chooses an entry of the menu of downloads; returns the file once it is whole. */
    Path download(String entry, String ending) {
        if (all("details.menu[open]").isEmpty()) {
            button("Take home").click();
        }
        button(entry).click();
        return await("a download that ends in " + ending, d -> downloaded(ending));
    }

    private Path downloaded(String ending) {
        if (!Files.exists(downloads)) {
            return null;
        }
        try (var files = Files.list(downloads)) {
            return files.filter(f -> f.toString().endsWith(ending)).findFirst().orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing was wrong and nobody else was asked, since this was last checked. */
    void assertClean() {
        assertThat(driver.manage().logs().get(LogType.BROWSER))
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .isEmpty();
        assertThat(requests())
                .filteredOn(url -> url.matches("(https?|wss?):.*"))
                .allMatch(url -> url.startsWith(explorer.address()));
    }

    private List<String> requests() {
        List<String> urls = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            try {
                JsonNode message =
                        new ObjectMapper().readTree(entry.getMessage()).path("message");
                if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                    urls.add(message.path("params").path("request").path("url").asText());
                }
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
        return urls;
    }

    @Override
    public void close() {
        driver.quit();
        explorer.close();
    }
}
