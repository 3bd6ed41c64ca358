package dev.latchkey.sample;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page for developers of an SPA quotes the sample, so what it shows is what runs. Blank lines aside, and how far a quotation is indented. */
class QuotingTheSampleTest {

    private static final Path SAMPLE = Path.of("src/main/resources/standalone/sample");
    private static final Path PAGE = Path.of("src/main/resources/docs/spa.md");

    @Test
    void is_word_for_word() throws IOException {
        var files = files();

        assertThat(Markdown.read(PAGE).blocks("js")).isNotEmpty().allSatisfy(block -> {
            var quotation = lines(block);
            assertThat(quotation).isNotEmpty();
            assertThat(files).as(block).anyMatch(file -> isIn(file, quotation));
        });
    }

    private static List<List<String>> files() throws IOException {
        try (var files = Files.walk(SAMPLE)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .map(QuotingTheSampleTest::read)
                    .map(QuotingTheSampleTest::lines)
                    .toList();
        }
    }

    private static String read(Path file) {
        return Markdown.read(file).text();
    }

    private static List<String> lines(String text) {
        return text.lines().filter(not(String::isBlank)).toList();
    }

    private static boolean isIn(List<String> file, List<String> quotation) {
        return IntStream.rangeClosed(0, file.size() - quotation.size())
                .mapToObj(from -> file.subList(from, from + quotation.size()))
                .anyMatch(part -> unindented(part).equals(unindented(quotation)));
    }

    private static String unindented(List<String> lines) {
        return String.join("\n", lines).stripIndent();
    }
}
