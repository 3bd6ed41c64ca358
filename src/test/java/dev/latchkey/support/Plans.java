package dev.latchkey.support;

import static java.util.stream.Collectors.joining;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How PostgreSQL carried out each statement of the application, as it says itself (auto_explain). */
public final class Plans {

    private static final Pattern SLOW_IN_LARGE_TABLES =
            Pattern.compile("Seq Scan on|Sort  \\(|Bitmap Heap Scan on|Hash  \\(|Removed by Filter: \\d{5}");
    private static final Pattern START = Pattern.compile("(?m)^\\w*LOG:  duration: .*plan:\n\tQuery Text: ");

    private final Path directory;

    Plans(Path directory) {
        this.directory = directory;
    }

    /** With a log of its own, for the embedded server's goes through the one of the tests. */
    EmbeddedPostgres.Builder explaining(EmbeddedPostgres.Builder server) {
        return server.setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", directory.toString())
                .setServerConfig("log_filename", "plans.log")
                .setServerConfig("log_line_prefix", "%u")
                .setServerConfig("session_preload_libraries", "auto_explain")
                .setServerConfig("auto_explain.log_min_duration", "0")
                .setServerConfig("auto_explain.log_analyze", "on")
                .setServerConfig("auto_explain.log_timing", "off");
    }

    /** So much was said so far. */
    public int length() {
        return said().length();
    }

    /** Since then, each with the statement above it. */
    public List<String> listSince(int length) {
        return Arrays.stream(START.split(said().substring(length)))
                .skip(1)
                .map(Plans::ofOne)
                .toList();
    }

    public static boolean isSlowInLargeTables(String plan) {
        return SLOW_IN_LARGE_TABLES.matcher(plan).find();
    }

    /** What follows in the same message begins with a tab. */
    private static String ofOne(String said) {
        return "\t" + said.lines().limit(1).collect(joining())
                + said.lines()
                        .skip(1)
                        .takeWhile(line -> line.startsWith("\t"))
                        .map(line -> "\n" + line)
                        .collect(joining());
    }

    private String said() {
        try {
            return Files.readString(directory.resolve("plans.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
