package dev.latchkey.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls the API over HTTP, as any other program would. Its POSTs carry keys that are the same at every start: so an interrupted demo
 * clinic is completed, and nothing in it is made twice.
 */
final class DemoCaller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int REFUSED = 300;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http;
    private final URI api;
    private final @Nullable String token;
    private int posts;

    private DemoCaller(HttpClient http, URI api, @Nullable String token) {
        this.http = http;
        this.api = api;
        this.token = token;
    }

    static DemoCaller stranger(URI api) {
        return new DemoCaller(HttpClient.newHttpClient(), api, null);
    }

    DemoCaller bearing(String token) {
        return new DemoCaller(http, api, token);
    }

    JsonNode post(String path, Object body) {
        return json(accepted(exchange(once(request(path)).POST(json(body)))));
    }

    /** Empty if the answer is 401. */
    Optional<JsonNode> tryPost(String path, Object body) {
        var answer = exchange(request(path).POST(json(body)));
        return answer.statusCode() == UNAUTHORIZED ? Optional.empty() : Optional.of(json(accepted(answer)));
    }

    void put(String path) {
        accepted(exchange(request(path).PUT(BodyPublishers.noBody())));
    }

    /** Changes the resource as it is now. */
    void patch(String path, Object body) {
        var etag = accepted(exchange(request(path).GET())).headers().firstValue("ETag");
        accepted(exchange(request(path).header("If-Match", etag.orElseThrow()).method("PATCH", json(body))));
    }

    JsonNode upload(String path, String name, byte[] content, boolean shared) {
        var form = new MultipartForm().value("shared", String.valueOf(shared)).file("file", name, content);
        return json(accepted(exchange(once(request(path))
                .setHeader("Content-Type", MultipartForm.TYPE)
                .POST(BodyPublishers.ofByteArray(form.toBytes())))));
    }

    private HttpRequest.Builder once(HttpRequest.Builder request) {
        posts++;
        return request.header("Idempotency-Key", "demo-clinic-" + posts);
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(api.resolve(path)).timeout(PATIENCE).header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static HttpResponse<String> accepted(HttpResponse<String> answer) {
        if (answer.statusCode() >= REFUSED) {
            throw new IllegalStateException(
                    answer.request().method() + " " + answer.request().uri().getPath() + " answered " + answer.body());
        }
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.valueToTree(body).toString());
    }
}
