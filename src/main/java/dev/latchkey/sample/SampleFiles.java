package dev.latchkey.sample;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** The files of the sample, by the paths they are asked for at. A path that is no file's is one of its pages, which are all in one file. */
final class SampleFiles {

    private static final String SAMPLE = "/standalone/sample";
    private static final String PAGES = "/index.html";
    private static final String LIBRARY = "/lit-html.js";

    /** So that none leads out of the folder, however it is written. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]++)*+)++");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", SampleFile.JSON,
            "svg", "image/svg+xml; charset=utf-8",
            "png", "image/png");

    private SampleFiles() {}

    static Optional<SampleFile> find(String path) {
        var ending = path.substring(path.lastIndexOf('/') + 1);
        var dot = ending.lastIndexOf('.');
        if (dot < 0) {
            return read(SAMPLE + PAGES, "html");
        }
        if (!PLAIN.matcher(path).matches()) {
            return Optional.empty();
        }
        return read(path.equals(LIBRARY) ? library() : SAMPLE + path, ending.substring(dot + 1));
    }

    private static Optional<SampleFile> read(String resource, String extension) {
        var type = Optional.ofNullable(TYPES.get(extension));
        return type.flatMap(known -> content(resource).map(content -> new SampleFile(content, known)));
    }

    private static Optional<Buffer> content(String resource) {
        try (var stream = SampleFiles.class.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(Buffer.buffer(stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its package keeps it, under its version. */
    private static String library() {
        var properties = new Properties();
        try (var file = SampleFiles.class.getResourceAsStream("/META-INF/maven/org.mvnpm/lit-html/pom.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/_static/lit-html/" + properties.getProperty("version") + LIBRARY;
    }

    /** @param type the media type */
    record SampleFile(Buffer content, String type) {

        private static final String JSON = "application/json; charset=utf-8";

        static SampleFile json(Buffer content) {
            return new SampleFile(content, JSON);
        }
    }
}
