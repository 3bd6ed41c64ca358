package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A request that is ready to be sent. */
public record Call(
        ContractOperation operation,
        String path,
        @Nullable String etag,
        @Nullable Object body) {

    private static final SentFile UPLOAD = new SentFile("exercises.txt", "Three times a day.".getBytes(UTF_8), "true");

    private static final SentFile PICTURE = new SentFile("logo.png", Pictures.SMALL, null);

    public Response sendAs(Person caller) {
        return sendAs(caller, Map.of());
    }

    public Response sendAs(Person caller, Map<String, String> headers) {
        if (body == null && operation.request().path("content").has("multipart/form-data")) {
            return caller.uploads(
                    operation.method(), path, operation.method().equals("PUT") ? PICTURE : UPLOAD, headers);
        }
        var all = new HashMap<>(headers);
        if (etag != null) {
            all.put("If-Match", etag);
        }
        if (operation.takesAMessage()) {
            all.put("Content-Type", ContractOperation.MESSAGE);
        }
        if (operation.headers().contains("latchkey-signature")) {
            all.put(MailProvider.SIGNATURE, MailProvider.sign(body == null ? "" : PlainHttp.text(body)));
        }
        return caller.sends(operation.method(), path, body, all);
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
