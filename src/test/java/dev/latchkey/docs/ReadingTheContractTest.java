package dev.latchkey.docs;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadingTheContractTest {

    private static final Path FILE = Path.of("openapi.yaml");
    private static final String PUBLIC = "META-INF/resources";
    private static final Set<String> NEEDED = Set.of("/swagger-ui.css", "/swagger-ui-bundle.js", "/favicon-32x32.png");
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href|url)\\s*[=:]\\s*['\"]([^'\"]*)['\"]");

    @Test
    void brings_the_file_as_it_stands() throws IOException {
        var served = Person.stranger().get("/openapi.yaml");

        served.then().statusCode(200).contentType(startsWith("application/yaml"));
        assertThat(served.asByteArray()).isEqualTo(Files.readAllBytes(FILE));
    }

    @Test
    void brings_the_same_as_json() throws IOException {
        var served = Person.stranger().get("/openapi.json");

        served.then().statusCode(200).contentType(startsWith("application/json"));
        assertThat(new ObjectMapper().readTree(served.asByteArray()))
                .isEqualTo(new YAMLMapper().readTree(FILE.toFile()));
    }

    @Test
    void needs_nothing_from_elsewhere_for_its_pages() {
        var page =
                Person.stranger().get("/docs").then().statusCode(200).extract().asString();
        var script = Person.stranger()
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
                    var part = Person.stranger().get(reference);
                    part.then().statusCode(200).header("X-Content-Type-Options", "nosniff");
                    if (reference.startsWith("/docs")) {
                        assertThat(part.header("Content-Security-Policy")).contains("default-src 'self'");
                    }
                });
    }

    /** The framework would serve whatever lies there. */
    @Test
    void brings_nothing_else_that_a_library_has_in_its_package() throws Exception {
        var brought = new ArrayList<String>();
        for (var place :
                Collections.list(Thread.currentThread().getContextClassLoader().getResources(PUBLIC))) {
            var jar = ((JarURLConnection) place.openConnection()).getJarFile();
            jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(PUBLIC) && !name.endsWith("/"))
                    .map(name -> name.substring(PUBLIC.length()))
                    .forEach(brought::add);
        }

        assertThat(brought).anyMatch(path -> path.endsWith("/index.html")).allSatisfy(path -> {
            assertRefused(Person.stranger().request().get(path), 404, "not-found");
            assertRefused(Person.stranger().request().get("/" + path), 404, "not-found");
            assertRefused(
                    Person.stranger().request().get(path.replace("/webjars/", Api.V1 + "/../webjars/")),
                    404,
                    "not-found");
            assertRefused(Person.stranger().request().get(path.replace("/webjars/", "/webjars%2F")), 404, "not-found");
            var name = path.substring(path.lastIndexOf('/'));
            assertThat(Person.stranger().request().get("/docs" + name).statusCode())
                    .isEqualTo(NEEDED.contains(name) ? 200 : 404);
        });
    }
}
