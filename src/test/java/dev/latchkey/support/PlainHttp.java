package dev.latchkey.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Sends what most tests send, and answers as RestAssured does, whose own way to the wire is a script that takes milliseconds: a suite sends
 * twenty thousand requests.
 */
final class PlainHttp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private PlainHttp() {}

    /** Open already while the fields of a test are made, when RestAssured does not know it yet. */
    static URI door() {
        return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    }

    static Response send(String method, String path, Map<String, String> headers, @Nullable String body) {
        return answer(method, path, headers, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    static Response sendBytes(String method, String path, Map<String, String> headers, byte[] body) {
        return answer(method, path, headers, BodyPublishers.ofByteArray(body));
    }

    private static Response answer(String method, String path, Map<String, String> headers, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(door() + path)).method(method, body);
        headers.forEach(request::header);
        try {
            return QuickResponse.of(asRestAssured(CLIENT.send(request.build(), BodyHandlers.ofByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A text as it is, and anything else as JSON. */
    static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response asRestAssured(HttpResponse<byte[]> answer) {
        var headers = answer.headers().map().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> new Header(entry.getKey(), value)))
                .toList();
        return new ResponseBuilder()
                .setStatusCode(answer.statusCode())
                .setContentType(answer.headers().firstValue("Content-Type").orElse(""))
                .setHeaders(new Headers(headers))
                .setBody(unpacked(answer))
                .build();
    }

    /** As RestAssured does, which leaves the header too. */
    private static byte[] unpacked(HttpResponse<byte[]> answer) {
        if (answer.headers().firstValue("Content-Encoding").isEmpty() || answer.body().length == 0) {
            return answer.body();
        }
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return packed.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
