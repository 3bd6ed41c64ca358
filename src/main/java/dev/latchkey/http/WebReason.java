package dev.latchkey.http;

import dev.latchkey.kernel.Refusal;

/** Why HTTP itself says no, in every feature. */
public enum WebReason implements Refusal.Reason {
    MALFORMED_REQUEST(
            Refusal.Kind.MALFORMED,
            "The request could not be read. Send one JSON object in UTF-8, or a whole form where a file is wanted."),
    INVALID_REQUEST(Refusal.Kind.MALFORMED, "The request breaks the contract. See errors for what to mend."),
    UNAUTHENTICATED(Refusal.Kind.UNAUTHENTICATED, "Send an access token: Authorization: Bearer …"),
    FORBIDDEN(Refusal.Kind.FORBIDDEN, "Your role does not allow this. Ask the clinic's owner."),
    ORIGIN_NOT_ALLOWED(
            Refusal.Kind.FORBIDDEN,
            "Pages of this origin may not call the API. The operator names those that may, in QUARKUS_HTTP_CORS_ORIGINS."),
    NOT_FOUND(Refusal.Kind.UNKNOWN, "There is nothing at this address. The contract is at /openapi.yaml."),
    PRECONDITION_FAILED(
            Refusal.Kind.STALE, "This was changed since you read it. Read it again and repeat with the new ETag."),
    PRECONDITION_REQUIRED(
            Refusal.Kind.UNCONDITIONAL, "Send the ETag you last read as If-Match, so that no change is lost."),
    BODY_TOO_LARGE(Refusal.Kind.TOO_LARGE, "The body is larger than this endpoint takes."),
    FILE_TOO_LARGE(Refusal.Kind.TOO_LARGE, "A file may have 100 MB at most. Send a smaller one."),
    RANGE_NOT_SATISFIABLE(Refusal.Kind.OUT_OF_RANGE, "The file ends before the range asked for."),
    IDEMPOTENCY_KEY_REUSED(
            Refusal.Kind.UNPROCESSABLE, "This Idempotency-Key was used for another request. Take a new one."),
    IDEMPOTENCY_KEY_IN_USE(
            Refusal.Kind.CONFLICT, "The first request with this Idempotency-Key is still running. Repeat shortly."),
    TOO_MANY_REQUESTS(Refusal.Kind.TOO_MANY, "Too many requests. Wait as long as Retry-After says."),
    TOO_MANY_UPLOADS(
            Refusal.Kind.TOO_MANY,
            "As many files as you or your clinic may send at once are on their way. Repeat this one when another has arrived."),
    UNAVAILABLE(Refusal.Kind.UNAVAILABLE, "We cannot answer just now. Wait as long as Retry-After says."),
    VAULT_UNAVAILABLE(
            Refusal.Kind.UNAVAILABLE,
            "Files cannot be kept just now, and nothing of this one was. Wait as long as Retry-After says."),
    OVERLOADED(Refusal.Kind.UNAVAILABLE, "There is too much to do just now. Wait as long as Retry-After says.");

    private final Refusal.Kind kind;
    private final String sentence;

    WebReason(Refusal.Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
