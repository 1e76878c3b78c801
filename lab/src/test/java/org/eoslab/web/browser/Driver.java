package org.eoslab.web.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.io.TemporaryFilesystem;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's headless chromium, and the port at which the explorers are that it looks at one after another. */
final class Driver implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final Path folder = TemporaryFilesystem.getDefaultTmpFS()
            .createTempDir("eoslab", "browser")
            .toPath();
    private final ChromeDriver chrome = new ChromeDriver(
            new ChromeDriverService.Builder()
                    .usingDriverExecutable(DRIVER.toFile())
                    .build(),
            options(folder.resolve("profile")));
    private final int port = freePort();

    /** Why there can be none here, if so. */
    static Optional<String> missing() {
        if (!Files.isExecutable(BROWSER)) {
            return Optional.of("there is no " + BROWSER + " (Debian: apt-get install chromium)");
        }
        return Files.isExecutable(DRIVER)
                ? Optional.empty()
                : Optional.of("there is no " + DRIVER + " (Debian: apt-get install chromium-driver)");
    }

    private static ChromeOptions options(Path profile) {
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        logging.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        // A page that was left must not hold up the next: it would, for a minute, if its connections stayed.
        options.setPageLoadTimeout(Duration.ofSeconds(40));
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

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ChromeDriver chrome() {
        return chrome;
    }

    int port() {
        return port;
    }

    /** An empty folder that is gone when the tests are over. */
    Path newFolder() {
        try {
            return Files.createTempDirectory(folder, "tests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it was at the start, with downloads going to {@code folder}. */
    void reset(Path downloads) {
        chrome.get("about:blank");
        chrome.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        chrome.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        chrome.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
    }

    /** What it has complained of since this was last asked. */
    List<LogEntry> complaints() {
        return chrome.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .toList();
    }

    /** The addresses it has asked since this was last asked. */
    List<String> requests() {
        List<String> urls = new ArrayList<>();
        for (LogEntry entry : chrome.manage().logs().get(LogType.PERFORMANCE)) {
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
        chrome.quit();
    }
}
