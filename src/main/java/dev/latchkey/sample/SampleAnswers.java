package dev.latchkey.sample;

import dev.latchkey.sample.SampleFiles.SampleFile;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Answers with the sample's files, and says where the API is. As strict a policy as the sample bears comes with each answer. */
final class SampleAnswers implements Handler<HttpServerRequest> {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Logger LOG = Logger.getLogger(SampleAnswers.class);
    private static final String CONFIG = "/config.json";
    private static final String LOCALHOST = "localhost";

    private final Vertx vertx;
    private final SampleFile config;
    private final Map<String, String> headers;

    SampleAnswers(Vertx vertx, String api, boolean hasMailbox) {
        this.vertx = vertx;
        this.config = SampleFile.json(config(api, hasMailbox).toBuffer());
        this.headers = Map.of(
                "Content-Security-Policy", policy(api),
                "Cross-Origin-Opener-Policy", "same-origin",
                "Referrer-Policy", "no-referrer",
                "X-Content-Type-Options", "nosniff",
                "Cache-Control", "no-cache");
    }

    private static JsonObject config(String api, boolean hasMailbox) {
        var config = new JsonObject().put("api", api);
        return hasMailbox ? config.put("mailbox", api + "/mailbox") : config;
    }

    private static String policy(String api) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data: " + api,
                "connect-src 'self' " + api,
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html");
    }

    @Override
    public void handle(HttpServerRequest request) {
        var response = request.response();
        headers.forEach(response::putHeader);
        if (!isForLocalhost(request)) {
            refuse(response, 421, "This is served at localhost alone.");
        } else if (!READING.contains(request.method())) {
            response.putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            refuse(response, 405, "There are only files here, to be read.");
        } else {
            var path = Objects.requireNonNullElse(request.path(), "/");
            vertx.executeBlocking(() -> find(path))
                    .onSuccess(found -> found.ifPresentOrElse(
                            file -> answer(response, file), () -> refuse(response, 404, "There is no such file.")))
                    .onFailure(failure -> {
                        LOG.errorf(failure, "The sample cannot answer %s", path);
                        refuse(response, 500, "The file cannot be read.");
                    });
        }
    }

    /**
     * The one name whose pages the API lets in. A stranger's page may let its own name lead here (DNS rebinding), but the browser says the name it
     * knows.
     */
    private static boolean isForLocalhost(HttpServerRequest request) {
        var authority = request.authority();
        return authority != null && LOCALHOST.equalsIgnoreCase(authority.host());
    }

    private Optional<SampleFile> find(String path) {
        return path.equals(CONFIG) ? Optional.of(config) : SampleFiles.find(path);
    }

    private static void answer(HttpServerResponse response, SampleFile file) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.type()).end(file.content());
    }

    private static void refuse(HttpServerResponse response, int status, String sentence) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end(sentence);
    }
}
