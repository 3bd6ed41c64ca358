package dev.latchkey.portalaccess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for the desk has every situation, and none that there is not. */
class ReadingWhatToSayTest {

    private static final Path PAGE = Path.of("src/main/resources/docs/running.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+`) \\|");
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

    @Test
    void finds_each_situation_on_the_page() throws IOException {
        var told = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .flatMap(cell -> CODE.matcher(cell).results())
                .map((MatchResult code) -> code.group(1));

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Situation.values()).map(Situation::code).toList());
    }
}
