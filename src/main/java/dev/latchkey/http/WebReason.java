package dev.latchkey.http;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.forbidden;
import static dev.latchkey.kernel.Wording.malformed;
import static dev.latchkey.kernel.Wording.outOfRange;
import static dev.latchkey.kernel.Wording.stale;
import static dev.latchkey.kernel.Wording.tooLarge;
import static dev.latchkey.kernel.Wording.tooMany;
import static dev.latchkey.kernel.Wording.unauthenticated;
import static dev.latchkey.kernel.Wording.unavailable;
import static dev.latchkey.kernel.Wording.unconditional;
import static dev.latchkey.kernel.Wording.unknown;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why HTTP itself refuses, in every feature. */
public enum WebReason implements Refusal.Reason {
    MALFORMED_REQUEST(
            malformed(
                    "The request could not be read. Mend its address or headers, or send one JSON object in UTF-8, and a whole form where a file is wanted.")),
    INVALID_REQUEST(malformed("The request breaks the contract. See errors for what to mend.")),
    UNAUTHENTICATED(unauthenticated("Send an access token: Authorization: Bearer …")),
    FORBIDDEN(forbidden("Your role does not allow this. Ask the clinic's owner.")),
    ORIGIN_NOT_ALLOWED(
            forbidden(
                    "Pages of this origin may not call the API. The operator names those that may, in QUARKUS_HTTP_CORS_ORIGINS.")),
    NOT_FOUND(unknown("There is nothing at this address. The contract is at /openapi.yaml.")),
    PRECONDITION_FAILED(stale("This was changed since you read it. Read it again and repeat with the new ETag.")),
    PRECONDITION_REQUIRED(unconditional("Send the ETag you last read as If-Match, so that no change is lost.")),
    BODY_TOO_LARGE(tooLarge("The body is larger than this endpoint takes.")),
    FILE_TOO_LARGE(tooLarge("A file may have 100 MB at most. Send a smaller one.")),
    RANGE_NOT_SATISFIABLE(outOfRange("The file ends before the range asked for.")),
    IDEMPOTENCY_KEY_REUSED(unprocessable("This Idempotency-Key was used for another request. Take a new one.")),
    IDEMPOTENCY_KEY_IN_USE(conflict("The first request with this Idempotency-Key is still running. Repeat shortly.")),
    TOO_MANY_REQUESTS(tooMany("Too many requests. Wait as long as Retry-After says.")),
    TOO_MANY_UPLOADS(
            tooMany(
                    "As many files as you or your clinic may send at once are on their way. Repeat this one when another has arrived.")),
    UNAVAILABLE(unavailable("We cannot answer just now. Wait as long as Retry-After says.")),
    VAULT_UNAVAILABLE(unavailable(
            "Files cannot be kept just now, and nothing of this one was. Wait as long as Retry-After says.")),
    OVERLOADED(unavailable("There is too much to do just now. Wait as long as Retry-After says."));

    private final Wording wording;

    WebReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
