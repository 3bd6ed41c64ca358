package dev.latchkey.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A staff member signs in with something else from now on. It is fired in the transaction of the change, which has locked the member's row, and
 * all that was begun or opened with the former credentials ends in the same transaction.
 *
 * @param sessionId of the session that the member made the change in, which goes on; null if they were not signed in
 */
public record CredentialsChanged(
        Credential what,
        UUID clinicId,
        UUID staffMemberId,
        @Nullable UUID sessionId,
        Instant changedAt) {

    public static CredentialsChanged bySignedIn(StaffCaller caller, Credential what, Instant now) {
        return new CredentialsChanged(what, caller.clinicId(), caller.staffMemberId(), caller.sessionId(), now);
    }

    public static CredentialsChanged byPasswordReset(UUID clinicId, UUID staffMemberId, Instant now) {
        return new CredentialsChanged(Credential.PASSWORD, clinicId, staffMemberId, null, now);
    }

    public enum Credential {
        PASSWORD,
        /** Or the recovery codes that stand in for it. */
        SECOND_FACTOR
    }
}
