package dev.latchkey.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Markdown;
import dev.latchkey.support.Markdown.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The README and the pages behind it, as a developer reads them in the source. */
class ReadingThePagesOnDiskTest {

    private static final Path DOCS = Path.of("src/main/resources/docs");
    private static final Path SOURCES = Path.of("src/main/java/dev/latchkey");
    private static final Markdown README = Markdown.read(Path.of("README.md"));

    static List<Markdown> pages() throws IOException {
        try (var files = Files.list(DOCS)) {
            var behind = files.filter(file -> file.toString().endsWith(".md"));
            var besideTheirCode = Stream.of("src/bench/README.md", "src/test/java/dev/latchkey/faults/README.md")
                    .map(Path::of);
            return Stream.concat(behind, besideTheirCode).map(Markdown::read).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void finds_what_is_in_each_at_its_top(Markdown page) {
        assertThat(page.beginning().links())
                .isEqualTo(page.sections().stream()
                        .map(title -> new Link(title, "#" + Markdown.anchor(title)))
                        .toList());
    }

    @Test
    void finds_something_at_the_end_of_every_link() throws IOException {
        assertThat(Stream.concat(Stream.of(README), pages().stream()))
                .allSatisfy(page -> assertThat(page.links()).isNotEmpty().allSatisfy(link -> assertThat(
                                page.leadsSomewhere(link))
                        .as(page.file() + ": " + link.target())
                        .isTrue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Redeeming a link", "From the request to the letter", "An authenticated list"})
    void finds_a_file_at_each_step_of_an_operation(String operation) {
        var steps = Markdown.read(DOCS.resolve("architecture.md"))
                .section(operation)
                .steps();

        assertThat(steps).hasSizeGreaterThan(5).allSatisfy(step -> assertThat(step.links())
                .as(step.text())
                .anyMatch(link -> link.target().endsWith(".java")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Where is the session checked", "How do I add a letter"})
    void finds_an_answer_two_clicks_from_the_readme(String question) {
        var first = README.links().stream()
                .filter(link -> link.text().equals(question))
                .findFirst()
                .orElseThrow();
        var page = Markdown.read(Path.of(first.target().replaceAll("#.*", "")));

        assertThat(first.target()).endsWith("#" + Markdown.anchor(question));
        assertThat(page.section(question).links())
                .anyMatch(link -> link.target().endsWith(".java"));
    }

    @Test
    void finds_every_package_on_the_map_of_the_readme() throws IOException {
        var map = README.section("The map").text();
        try (var packages = Files.list(SOURCES)) {
            assertThat(packages.map(one -> one.getFileName().toString()))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(map).containsPattern("(?m)^" + name + " {2,}\\S"));
        }
    }

    @Test
    void finds_no_package_there_that_is_gone() {
        var named = README.section("The map")
                .text()
                .lines()
                .filter(line -> line.matches("[a-z]+ {2,}.*"))
                .map(line -> line.replaceAll(" .*", ""));

        assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(SOURCES.resolve(name))
                .isDirectory());
    }
}
