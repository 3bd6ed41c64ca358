package dev.latchkey.docs;

import dev.latchkey.http.WebReason;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private static final Map<String, String> NEEDED = Map.of(
            "swagger-ui.css", "text/css",
            "swagger-ui-bundle.js", "text/javascript",
            "favicon-32x32.png", "image/png");

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Latchkey API</title>
              <link rel="stylesheet" href="/docs/swagger-ui.css">
              <link rel="icon" href="/docs/favicon-32x32.png">
            </head>
            <body>
              <div id="docs"></div>
              <script src="/docs/swagger-ui-bundle.js"></script>
              <script src="/docs/start.js"></script>
            </body>
            </html>
            """;
    private static final String START =
            "SwaggerUIBundle({url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null});\n";

    private final String version = version();
    private final Map<String, PublicDocument> files = new ConcurrentHashMap<>();

    @GET
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    public RestResponse<String> page() {
        return answer(ResponseBuilder.ok(PAGE), MediaType.TEXT_HTML + ";charset=UTF-8");
    }

    @GET
    @Path("/start.js")
    @PermitAll
    public RestResponse<String> start() {
        return answer(ResponseBuilder.ok(START), "text/javascript");
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
        try (var bytes = DocsResource.class.getResourceAsStream(FILES + version + "/" + file)) {
            return new PublicDocument(Objects.requireNonNull(bytes, file).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the package of Swagger UI is damaged", e);
        }
    }

    private static <T> RestResponse<T> answer(ResponseBuilder<T> answer, String type) {
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
}
