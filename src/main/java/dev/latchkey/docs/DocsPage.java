package dev.latchkey.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages about Latchkey: Markdown in {@code docs/}, read where it lies or at {@code /docs/…}. In the order in which we link them. */
public enum DocsPage {
    WALKTHROUGH("Walkthrough", "The whole way, from opening a clinic to a client who reads an appointment."),
    RUNNING("Running your portal", "For clinics: what you can set, and what to say when a client calls."),
    CONFIGURATION("Configuration", "Every setting, with its default."),
    OPERATIONS("Operations", "Before production, many nodes, what to watch, changing the secret, restoring a backup."),
    SECURITY("Security", "What protects the records, what one caller may take, what is promised and what is not."),
    ARCHITECTURE("Architecture", "The map of the code, where to find things, and three real operations step by step."),
    INTEGRATING("Integrating", "For programs that call the API: tokens, problems, lists, changes, repeats and limits."),
    SPA("Building an SPA", "For portals in the browser: origins, cookies, refreshing, what to do with each problem."),
    CHANGELOG("Changelog", "What has changed for operators and integrators, newest first.");

    private final String title;
    private final String summary;

    DocsPage(String title, String summary) {
        this.title = title;
        this.summary = summary;
    }

    static Optional<DocsPage> find(String name) {
        return Stream.of(values()).filter(page -> page.id().equals(name)).findFirst();
    }

    String markdown() {
        try (var file = DocsPage.class.getResourceAsStream("/docs/" + id() + ".md")) {
            return new String(Objects.requireNonNull(file, id()).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page " + id() + " cannot be read", e);
        }
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String path() {
        return "/docs/" + id();
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }
}
