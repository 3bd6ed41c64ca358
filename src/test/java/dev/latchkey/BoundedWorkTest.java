package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what one caller may take: each row names a test that is there. */
class BoundedWorkTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)` \\|$");

    @Test
    void has_a_test_a_row() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(15).allSatisfy(row -> {
            var test = TEST.matcher(row);
            assertThat(test.find()).as(row).isTrue();
            assertThat(source(test.group(1))).as(row).contains(" " + test.group(2) + "(");
        });
    }

    private static List<String> rows() throws IOException {
        return Files.readString(Path.of("src/main/resources/docs/security.md"))
                .lines()
                .dropWhile(line -> !line.equals("## Bounded work"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .toList();
    }

    private static String source(String test) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            return Files.readString(sources.filter(file -> file.endsWith(test + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(test + " is nowhere")));
        }
    }
}
