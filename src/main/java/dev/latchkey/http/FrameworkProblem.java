package dev.latchkey.http;

import java.util.List;
import java.util.Locale;

/** What only the framework can find wrong, before any code of ours is asked. */
public enum FrameworkProblem {
    METHOD_NOT_ALLOWED(405, "This address does not take that method. Allow lists those it does."),
    NOT_ACCEPTABLE(406, "This address cannot answer in a media type you accept."),
    REQUEST_TIMEOUT(408, "The body took too long to arrive. Send it faster."),
    URI_TOO_LONG(414, "The address is too long. Send what is long in a body."),
    UNSUPPORTED_MEDIA_TYPE(415, "Send the body in a media type the contract names for this operation."),
    CONTENT_ENCODING_UNSUPPORTED(415, "Send the body as it is, without a Content-Encoding."),
    MISDIRECTED_REQUEST(
            421,
            "This installation is for its own machine. Call it as localhost, or run a configured one to be called by other names."),
    HEADERS_TOO_LARGE(431, "The headers have more than 16 KB. Remove cookies and headers that are not for this API."),
    INTERNAL_ERROR(500, "We failed, and have noted it under the requestId. Repeat later; nothing half-done was kept.");

    private final int status;
    private final String sentence;

    FrameworkProblem(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    static Problem of(int status) {
        for (var known : values()) {
            if (known.status == status) {
                return known.problem();
            }
        }
        return switch (status) {
            case 401 -> Problem.of(WebReason.UNAUTHENTICATED);
            case 403 -> Problem.of(WebReason.FORBIDDEN);
            case 404 -> Problem.of(WebReason.NOT_FOUND);
            case 413 -> Problem.of(WebReason.BODY_TOO_LARGE);
            case 429 -> Problem.of(WebReason.TOO_MANY_REQUESTS);
            case 503 -> Problem.of(WebReason.UNAVAILABLE);
            default -> status < 500 ? Problem.of(WebReason.MALFORMED_REQUEST) : INTERNAL_ERROR.problem();
        };
    }

    public Problem problem() {
        return Problem.of(code(), status, sentence, List.of());
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int status() {
        return status;
    }
}
