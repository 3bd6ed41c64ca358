package dev.latchkey.docs;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.support.Markdown;
import dev.latchkey.support.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a browser gets them, beside the reference. */
@QuarkusTest
class ReadingThePagesTest {

    private static final Path DOCS = Path.of("src/main/resources/docs");
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    static List<String> names() throws IOException {
        try (var files = Files.list(DOCS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.replace(".md", ""))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void shows_each_with_its_sections_and_nothing_that_runs(String name) {
        var answer = Person.stranger().get("/docs/" + name);

        answer.then().statusCode(200).contentType(startsWith("text/html")).header("X-Content-Type-Options", "nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "script");
        assertThat(answer.asString()).contains("<h1").doesNotContain("<script", "](", "| --- |");
        assertThat(Markdown.read(DOCS.resolve(name + ".md")).sections())
                .allSatisfy(
                        title -> assertThat(answer.asString()).contains("<h2 id=\"" + Markdown.anchor(title) + "\""));
    }

    @ParameterizedTest
    @MethodSource("names")
    void leads_from_each_only_to_what_is_there(String name) {
        var page = Person.stranger().get("/docs/" + name).asString();

        assertThat(references(page)).contains("/", "/docs").allSatisfy(reference -> {
            if (!reference.startsWith("http")) {
                var parts = reference.split("#", 2);
                var there = parts[0].isEmpty() ? page : found(parts[0]);
                assertThat(parts.length == 1 || there.contains("id=\"" + parts[1] + "\""))
                        .isTrue();
            }
        });
    }

    private static String found(String path) {
        var answer = Person.stranger().get(path);
        answer.then().statusCode(200);
        return answer.asString();
    }

    private static List<String> references(String page) {
        return REFERENCE
                .matcher(page)
                .results()
                .map((MatchResult reference) -> reference.group(1))
                .distinct()
                .toList();
    }

    @Test
    void names_a_file_of_the_source_without_leading_there() {
        assertThat(Person.stranger().get("/docs/architecture").asString())
                .contains("<code>access/LiveSessions</code>")
                .doesNotContain("LiveSessions.java");
    }

    @Test
    void answers_a_head_as_it_would_a_get() {
        var head = Person.stranger().request().head("/docs/security");

        head.then().statusCode(200).contentType(startsWith("text/html"));
        assertThat(head.asString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/docs/nothing", "/docs/SECURITY", "/docs/security.md", "/docs/security/more", "/docs/..%2Fstaff"
            })
    void has_no_other(String path) {
        assertRefused(Person.stranger().request().get(path), 404, "not-found");
    }
}
