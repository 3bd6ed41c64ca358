package dev.latchkey.audit;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act, or a refusal, to be recorded: who did what to whose record, and how it ended. Of the address only a keyed hash is kept.
 *
 * @param recordId of the appointment, invoice, file or other record that the act is on, where that is no client
 * @param reason a code, such as that of a refusal
 * @param changed which members of the record are not what they were, by the contract's names for them
 * @param operation the contract's name for what was asked for, where it was not done
 */
public record AuditEntry(
        AuditAction act,
        Actor actor,
        @Nullable UUID clinicId,
        @Nullable UUID clientId,
        @Nullable UUID recordId,
        @Nullable UUID sessionId,
        @Nullable UUID loginLinkId,
        @Nullable EmailAddress address,
        @Nullable String reason,
        List<String> changed,
        @Nullable String operation) {

    /**
     * Of an act that needs no more said of it, or whose rest is added by what follows.
     *
     * @param clinicId null where no clinic is concerned, or which one is not known
     */
    public static AuditEntry of(AuditAction act, Actor actor, @Nullable UUID clinicId) {
        return new AuditEntry(act, actor, clinicId, null, null, null, null, null, null, List.of(), null);
    }

    public AuditEntry client(@Nullable UUID id) {
        return new AuditEntry(
                act, actor, clinicId, id, recordId, sessionId, loginLinkId, address, reason, changed, operation);
    }

    public AuditEntry record(UUID id) {
        return new AuditEntry(
                act, actor, clinicId, clientId, id, sessionId, loginLinkId, address, reason, changed, operation);
    }

    public AuditEntry session(UUID id) {
        return new AuditEntry(
                act, actor, clinicId, clientId, recordId, id, loginLinkId, address, reason, changed, operation);
    }

    public AuditEntry link(@Nullable UUID id) {
        return new AuditEntry(
                act, actor, clinicId, clientId, recordId, sessionId, id, address, reason, changed, operation);
    }

    public AuditEntry address(EmailAddress address) {
        return new AuditEntry(
                act, actor, clinicId, clientId, recordId, sessionId, loginLinkId, address, reason, changed, operation);
    }

    public AuditEntry because(Refusal.Reason why) {
        return because(why.code());
    }

    public AuditEntry because(String code) {
        return new AuditEntry(
                act, actor, clinicId, clientId, recordId, sessionId, loginLinkId, address, code, changed, operation);
    }

    AuditEntry changing(List<String> members) {
        return new AuditEntry(
                act, actor, clinicId, clientId, recordId, sessionId, loginLinkId, address, reason, members, operation);
    }

    public AuditEntry operation(String operationId) {
        return new AuditEntry(
                act,
                actor,
                clinicId,
                clientId,
                recordId,
                sessionId,
                loginLinkId,
                address,
                reason,
                changed,
                operationId);
    }
}
