package dev.latchkey.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.standalone.Standalone;
import dev.latchkey.support.Database;
import dev.latchkey.support.FreePort;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/**
 * Browsers at the sample, which has an origin of its own here too. They are Debian's: what Selenium would download is never asked for. A test opens
 * those it needs, and closes them at its end; the next one gets them as if they had never been used, for to start one takes a second.
 */
@Singleton
class Browsers {

    static final Path DOWNLOADS = Path.of("target", "downloads").toAbsolutePath();

    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    /** The driver adds a folder of its own for the user's data, and deletes it. */
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage", // a container has little of it
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--window-size=1280,2000"); // so that every button is in sight

    /** It neither keeps passwords nor warns of them: one that every test has stands in any list of known ones. */
    private static final Map<String, Object> PREFERENCES = Map.of(
            "download.default_directory",
            DOWNLOADS.toString(),
            "credentials_enable_service",
            false,
            "profile.password_manager_leak_detection",
            false);

    /** Held on to, or its level would be forgotten. It would write down all that is typed and followed, secrets and all. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ApiOrigin api;
    private final String origin;
    private final SampleServer sample;
    private final List<ChromeDriver> started = new ArrayList<>();
    private final Deque<ChromeDriver> idle = new ArrayDeque<>();
    private final List<Chromium> open = new ArrayList<>();

    Browsers(ApiOrigin api, Vertx vertx) {
        var port = FreePort.next();
        this.api = api;
        this.origin = "http://localhost:" + port;
        this.sample = new SampleServer(new AtPort(port), api, vertx);
    }

    /** One that has never been here: another person's, or on another device. */
    Chromium open() {
        assumeTrue(
                CHROMIUM.canExecute() && DRIVER.canExecute() || "required".equals(System.getenv("LATCHKEY_BROWSER")),
                "skipped: it takes a browser (apt install chromium chromium-driver)");
        // They all come from the address of this machine, and limits are kept by address.
        Database.forgetsWhatWasCounted();
        var browser = new Chromium(idle.isEmpty() ? start() : idle.pop(), origin, api.get());
        open.add(browser);
        return browser;
    }

    private ChromeDriver start() {
        if (started.isEmpty()) {
            SELENIUM.setLevel(Level.SEVERE);
            sample.open();
        }
        var service =
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
        var driver = new ChromeDriver(service, options());
        started.add(driver);
        return driver;
    }

    private static ChromeOptions options() {
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(FLAGS);
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox"); // which root may not have
        }
        options.setExperimentalOption("prefs", PREFERENCES);
        options.setCapability(ChromeOptions.LOGGING_PREFS, Map.of(LogType.BROWSER, Level.SEVERE.getName()));
        return options;
    }

    /** All that were opened. A page must not have complained, be it of its policy, of an origin, or of a mistake of its own. */
    void close() {
        var closing = List.copyOf(open);
        open.clear();
        var complaints = closing.stream().flatMap(Chromium::complaints).toList();
        closing.forEach(browser -> takeBack(browser.driver()));
        assertThat(complaints).isEmpty();
    }

    /** With what was changed about a tab the tab itself goes. */
    private void takeBack(ChromeDriver driver) {
        var old = driver.getWindowHandles();
        var fresh = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
        old.forEach(tab -> driver.switchTo().window(tab).close());
        driver.switchTo().window(fresh);
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
        idle.push(driver);
    }

    void stop(@Observes ShutdownEvent event) {
        sample.close(event);
        started.forEach(ChromeDriver::quit);
    }

    /** What an operator has chosen. */
    private record AtPort(int port) implements Standalone {

        @Override
        public boolean active() {
            return true;
        }

        @Override
        public Optional<String> directory() {
            return Optional.empty();
        }

        @Override
        public Optional<Integer> samplePort() {
            return Optional.of(port);
        }
    }
}
