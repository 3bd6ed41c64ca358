package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A request that is ready to be sent. */
public record Call(
        ContractOperation operation,
        String path,
        @Nullable String etag,
        @Nullable Object body) {

    private static final byte[] UPLOAD = "Three times a day.".getBytes(UTF_8);

    public Response sendAs(Person caller) {
        if (body == null && operation.request().path("content").has("multipart/form-data")) {
            return caller.request()
                    .multiPart("file", "exercises.txt", UPLOAD)
                    .multiPart("shared", true)
                    .request(operation.method(), path);
        }
        return caller.sends(operation.method(), path, body, etag == null ? Map.of() : Map.of("If-Match", etag));
    }

    public Call withPath(UnaryOperator<String> spelling) {
        return new Call(operation, spelling.apply(path), etag, body);
    }

    public Call ifMatch(String other) {
        return new Call(operation, path, other, body);
    }

    public Call bearing(Object other) {
        return new Call(operation, path, etag, other);
    }
}
