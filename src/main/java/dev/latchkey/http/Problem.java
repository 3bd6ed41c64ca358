package dev.latchkey.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.input.FieldError;
import dev.latchkey.kernel.Refusal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A problem document (RFC 9457). */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer triesLeft) {

    /** A body may be wrong in thousands of places. */
    private static final int MOST_ERRORS = 100;

    static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(Refusal.Reason reason) {
        return of(reason, List.of());
    }

    static Problem of(Refusal refusal) {
        var why = refusal.reason();
        return of(why.code(), status(why.kind()), why.sentence(), List.of(), refusal.triesLeft());
    }

    static Problem of(Refusal.Reason reason, List<FieldError> errors) {
        return of(reason.code(), status(reason.kind()), reason.sentence(), errors);
    }

    static Problem of(String code, int status, String detail, List<FieldError> errors) {
        return of(code, status, detail, errors, null);
    }

    private static Problem of(
            String code, int status, String detail, List<FieldError> errors, @Nullable Integer triesLeft) {
        return new Problem(
                "urn:latchkey:problem:" + code,
                title(code),
                status,
                code,
                detail,
                RequestIds.answered(),
                errors.subList(0, Math.min(errors.size(), MOST_ERRORS)),
                triesLeft);
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case OUT_OF_RANGE -> 416;
            case UNPROCESSABLE -> 422;
            case UNCONDITIONAL -> 428;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** {@code login-link-used} reads "Login link used". */
    private static String title(String code) {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }
}
