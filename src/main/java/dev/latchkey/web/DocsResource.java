package dev.latchkey.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jboss.resteasy.reactive.RestResponse;

/** The contract for people: Swagger UI from its own package, with nothing fetched from elsewhere. */
@Path("/docs")
class DocsResource {

    private static final String PACKAGE = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Latchkey API</title>
              <link rel="stylesheet" href="/webjars/swagger-ui/%1$s/swagger-ui.css">
              <link rel="icon" href="/webjars/swagger-ui/%1$s/favicon-32x32.png">
            </head>
            <body>
              <div id="docs"></div>
              <script src="/webjars/swagger-ui/%1$s/swagger-ui-bundle.js"></script>
              <script src="/docs/start.js"></script>
            </body>
            </html>
            """;

    private final String page = PAGE.formatted(version());

    @GET
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    RestResponse<String> page() {
        return RestResponse.ResponseBuilder.ok(page)
                .header(
                        "Content-Security-Policy",
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'")
                .build();
    }

    @GET
    @Path("/start.js")
    @Produces("text/javascript")
    @PermitAll
    String start() {
        return "SwaggerUIBundle({url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null});\n";
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
