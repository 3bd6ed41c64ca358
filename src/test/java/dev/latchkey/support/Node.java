package dev.latchkey.support;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One node of an installation, for a caller who chooses the node, and calls often. */
public record Node(URI uri, HttpClient http) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Node(PackagedApp app) {
        this(app.uri());
    }

    Node(URI uri) {
        this(uri, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    public Answer redeems(String linkToken) {
        return post(Api.SESSIONS, Map.of("token", linkToken));
    }

    public Answer entersLoginCode(String requestId, String code) {
        return post(Api.SESSIONS, Map.of("requestId", requestId, "code", code));
    }

    public Answer renewsLink(String linkToken) {
        return post(Api.RENEWALS, Map.of("token", linkToken));
    }

    public Answer refreshes(String refreshToken) {
        return post(Api.REFRESHING, Map.of("refreshToken", refreshToken));
    }

    public Answer signsInAsStaff(String email, String password) {
        return post(Api.STAFF_SESSIONS, Map.of("email", email, "password", password));
    }

    public Answer acceptsInvitation(String invitationToken, String password) {
        return post(Api.ACCEPTANCE, Map.of("token", invitationToken, "password", password));
    }

    public Answer post(String path, Object body) {
        return post(path, body, null);
    }

    public Answer post(String path, Object body, @Nullable String token) {
        var request = request(path, token).header("Content-Type", "application/json");
        return send(request.POST(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
    }

    public Answer get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    public Answer put(String path, String token) {
        return send(request(path, token).PUT(BodyPublishers.noBody()));
    }

    public Answer delete(String path, String token) {
        return send(request(path, token).DELETE());
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(uri.resolve(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public record Answer(int status, JsonNode body) {

        static Answer of(HttpResponse<String> response) throws IOException {
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        }

        /** The text of a member, of an answer that has this status. */
        public String text(int expected, String member) {
            if (status != expected) {
                throw new AssertionError(status + " " + body);
            }
            return body.get(member).asText();
        }
    }
}
