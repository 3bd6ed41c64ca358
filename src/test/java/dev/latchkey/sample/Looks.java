package dev.latchkey.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** How a page looks on a telephone, light and dark, and on a wide screen; and what axe, by Deque, finds wrong with it. */
final class Looks {

    /** As wide as a page is at a zoom of 400 per cent (WCAG 2.2, 1.4.10). */
    private static final int NARROW = 320;

    private static final int WIDE = 1280;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String AXE = axe();

    private static final String VIOLATIONS = """
        return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(
          ({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => [id, help, target, failureSummary].join(' | '))));
        """;

    private final Chromium browser;
    private final ChromeDriver driver;

    Looks(Chromium browser) {
        this.browser = browser;
        this.driver = browser.driver();
    }

    private static String axe() {
        try (var script = requireNonNull(Looks.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page that is there, and keeps a picture of it under this name. */
    void check(String name) {
        for (var scheme : List.of("light", "dark")) {
            show(scheme, NARROW);
            assertThat((Long) browser.runs("return document.scrollingElement.scrollWidth"))
                    .as("%s, %s: scrolls sideways", name, scheme)
                    .isLessThanOrEqualTo(NARROW);
            assertThat(violations()).as("%s, %s", name, scheme).isEmpty();
            photograph(name + "-" + scheme, NARROW);
        }
        show("light", WIDE);
        photograph(name + "-wide", WIDE);
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** Without motion, for colours on their way from one scheme to the other are neither's. */
    private void show(String scheme, int width) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 640, "deviceScaleFactor", 1, "mobile", width == NARROW));
    }

    private List<?> violations() {
        if (browser.runs("return typeof axe").equals("undefined")) {
            browser.runs(AXE);
        }
        return (List<?>) browser.runs(VIOLATIONS);
    }

    private void photograph(String name, int width) {
        var height = browser.runs("return document.documentElement.scrollHeight");
        var picture = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
        try {
            Files.write(
                    Files.createDirectories(SCREENSHOTS).resolve(name + ".png"),
                    Base64.getDecoder().decode((String) requireNonNull(picture.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
