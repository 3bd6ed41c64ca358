package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latchkey.support.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadingTheContractTest {

    private static final Path FILE = Path.of("openapi.yaml");
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href|url)\\s*[=:]\\s*['\"]([^'\"]*)['\"]");

    @Test
    void brings_the_file_as_it_stands() throws IOException {
        var served = Person.nobody().get("/openapi.yaml");

        served.then().statusCode(200).contentType(startsWith("application/yaml"));
        assertThat(served.asByteArray()).isEqualTo(Files.readAllBytes(FILE));
    }

    @Test
    void brings_the_same_as_json() throws IOException {
        var served = Person.nobody().get("/openapi.json");

        served.then().statusCode(200).contentType(startsWith("application/json"));
        assertThat(new ObjectMapper().readTree(served.asByteArray()))
                .isEqualTo(new YAMLMapper().readTree(FILE.toFile()));
    }

    @Test
    void needs_nothing_from_elsewhere_for_its_pages() {
        var page = Person.nobody().get("/docs").then().statusCode(200).extract().asString();
        var script = Person.nobody()
                .get("/docs/start.js")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        var references = REFERENCE
                .matcher(page + script)
                .results()
                .map(reference -> reference.group(1))
                .toList();
        assertThat(references)
                .contains("/openapi.json", "/docs/start.js")
                .hasSizeGreaterThan(4)
                .allSatisfy(reference -> {
                    assertThat(reference).matches("/[^/].*");
                    Person.nobody().get(reference).then().statusCode(200);
                });
    }
}
