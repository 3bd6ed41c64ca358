package dev.latchkey.docs;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                  | application/yaml",
                "*/yaml                               | application/yaml",
                "text/yaml                            | text/yaml",
                "text/*                               | text/yaml",
                "application/x-yaml, text/html;q=0.9  | application/yaml",
                "text/html, application/yaml;q=0.9    | application/yaml"
            })
    void has_many_names_for_yaml(String accepted, String named) throws IOException {
        var served = Person.stranger().request().header("Accept", accepted).get("/openapi.yaml");

        served.then().statusCode(200).contentType(startsWith(named));
        assertThat(served.asByteArray()).isEqualTo(Files.readAllBytes(FILE));
        assertRefused(
                Person.stranger().request().header("Accept", "image/png").get("/openapi.yaml"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "image/png", "nonsense", "/", ";", "a/", ",", "text/yaml;q", "é"})
    void is_not_given_to_who_takes_no_yaml(String accepted) {
        var answer = Person.stranger().request().header("Accept", accepted).get("/openapi.yaml");

        assertThat(answer.statusCode()).isIn(200, 406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi.yaml",
                "/openapi.json",
                "/docs/walkthrough",
                "/docs/swagger-ui-bundle.js",
                "/docs/swagger-ui.css"
            })
    void is_sent_once_and_compressed(String path) throws Exception {
        var plain = raw(path, Map.of("Accept-Encoding", "gzip;q=0, identity"));
        var small = raw(path, Map.of("Accept-Encoding", "br, gzip"));

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(small.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(small.headers().allValues("Vary")).contains("Origin", "Accept-Encoding");
        assertThat(small.body()).hasSizeLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(etag(small)).isNotEqualTo(etag(plain));
        var again = raw(path, Map.of("Accept-Encoding", "gzip", "If-None-Match", "W/" + etag(small)));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(etag(again)).isEqualTo(etag(small));
        assertThat(again.body()).isEmpty();
    }

    /** The length of what is compressed tells what is in it. */
    @Test
    void compresses_nothing_that_is_personal() throws Exception {
        var owner = Portal.clinic().owner();

        var answer = raw(Api.CLIENTS, Map.of("Accept-Encoding", "gzip", "Authorization", "Bearer " + owner.token()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    private static String etag(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<byte[]> raw(String path, Map<String, String> headers) throws Exception {
        var door = ConfigProvider.getConfig().getValue("test.url", String.class);
        var request = HttpRequest.newBuilder(URI.create(door + path)).version(HttpClient.Version.HTTP_1_1);
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
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
                    assertThat(reference).matches("/([^/].*)?");
                    var part = Person.stranger().get(reference);
                    part.then().statusCode(200).header("X-Content-Type-Options", "nosniff");
                    if (part.contentType().matches(".*(html|javascript).*")) {
                        assertThat(part.header("Content-Security-Policy")).matches("default-src '(self|none)'.*");
                    }
                });
    }

    @Test
    void is_searched_by_what_an_operation_says_and_follows_the_readers_light() {
        var page = Person.stranger().get("/docs");
        var script = Person.stranger().get("/docs/start.js").asString();

        page.then().statusCode(200).contentType(startsWith("text/html"));
        assertThat(page.asString())
                .contains("<title>Reference – Latchkey</title>", "href=\"/\"", "href=\"/docs/security\"")
                .contains("href=\"/docs\" aria-current=\"page\"");
        assertThat(script).contains("filter: true", "opsFilter", "prefers-color-scheme: dark");
        assertThat(Person.stranger().get("/docs/swagger-ui.css").asString()).contains("html.dark-mode .swagger-ui");
        assertThat(Person.stranger().get("/docs/swagger-ui-bundle.js").asString())
                .contains("fn:{opsFilter}");
    }

    /** The framework would serve whatever lies there. */
    @Test
    void brings_nothing_else_that_a_library_has_in_its_package() throws Exception {
        var brought = new ArrayList<String>();
        for (var place :
                Collections.list(Thread.currentThread().getContextClassLoader().getResources(PUBLIC))) {
            var file = ((JarURLConnection) place.openConnection()).getJarFileURL();
            try (var jar = new JarFile(Path.of(file.toURI()).toFile())) {
                jar.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.startsWith(PUBLIC) && !name.endsWith("/"))
                        .map(name -> name.substring(PUBLIC.length()))
                        .forEach(brought::add);
            }
        }

        assertThat(brought)
                .anyMatch(path -> path.endsWith("/index.html"))
                .anyMatch(path -> path.endsWith("/lit-html.js"))
                .allSatisfy(path -> {
                    assertRefused(Person.stranger().request().get(path), 404, "not-found");
                    assertRefused(Person.stranger().request().get("/" + path), 404, "not-found");
                    assertRefused(
                            Person.stranger().request().get(path.replace("/webjars/", Api.V1 + "/../webjars/")),
                            404,
                            "not-found");
                    assertRefused(
                            Person.stranger().request().get(path.replace("/webjars/", "/webjars%2F")),
                            404,
                            "not-found");
                    var name = path.substring(path.lastIndexOf('/'));
                    assertThat(Person.stranger().request().get("/docs" + name).statusCode())
                            .isEqualTo(NEEDED.contains(name) ? 200 : 404);
                });
    }
}
