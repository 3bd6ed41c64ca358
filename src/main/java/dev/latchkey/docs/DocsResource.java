package dev.latchkey.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.http.WebReason;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The contract for people: what our page needs of Swagger UI's package, with nothing else of it and nothing fetched from elsewhere. */
@Path("/docs")
class DocsResource {

    private static final String PACKAGE = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String FILES = "/META-INF/resources/webjars/swagger-ui/";
    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
    private static final String PAGE = "reference.html";
    private static final String START = "start.js"; // ours, beside the pages
    private static final Map<String, String> NEEDED = Map.of(
            "swagger-ui.css",
            "text/css",
            "swagger-ui-bundle.js",
            "text/javascript",
            START,
            "text/javascript",
            "favicon-32x32.png",
            "image/png");

    private final String version = version();
    private final Map<String, PublicDocument> files = new ConcurrentHashMap<>();

    @GET
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    public RestResponse<Object> page(HttpHeaders request) {
        var page = files.computeIfAbsent(PAGE, name -> render());
        return answer(page.answer(request), MediaType.TEXT_HTML + ";charset=UTF-8");
    }

    private static PublicDocument render() {
        return new PublicDocument(
                Templates.reference(List.of(DocsPage.values())).render().getBytes(UTF_8));
    }

    @GET
    @Path("/{file}")
    @PermitAll
    public RestResponse<Object> file(@RestPath String file, HttpHeaders request) {
        var type = NEEDED.get(file);
        if (type == null) {
            throw WebReason.NOT_FOUND.refusal();
        }
        return answer(files.computeIfAbsent(file, this::read).answer(request), type);
    }

    private PublicDocument read(String file) {
        var path = file.equals(START) ? "/docs/" + file : FILES + version + "/" + file;
        try (var bytes = DocsResource.class.getResourceAsStream(path)) {
            return new PublicDocument(Objects.requireNonNull(bytes, file).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the package of Swagger UI is damaged", e);
        }
    }

    private static RestResponse<Object> answer(ResponseBuilder<Object> answer, String type) {
        return answer.type(type)
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }

    private static String version() {
        try (var file = DocsResource.class.getResourceAsStream(PACKAGE)) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("the package of Swagger UI is damaged", e);
        }
    }

    @CheckedTemplate(basePath = "docs")
    static class Templates {

        static native TemplateInstance reference(List<DocsPage> pages);
    }
}
