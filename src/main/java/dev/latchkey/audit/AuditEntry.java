package dev.latchkey.audit;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act, or a refusal, to be recorded: who did what to whose record, and how it ended. Of the address only a keyed hash is kept.
 *
 * @param reason a code, such as that of a refusal
 * @param changed which members of the record are not what they were, by the contract's names for them
 * @param operation the contract's name for what was asked for, where it was not done
 */
public record AuditEntry(
        AuditAction act,
        Actor actor,
        @Nullable UUID clinicId,
        AuditSubject subject,
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
        return new AuditEntry(act, actor, clinicId, AuditSubject.NOTHING, null, null, List.of(), null);
    }

    public AuditEntry client(@Nullable UUID id) {
        return withSubject(subject.client(id));
    }

    public AuditEntry record(UUID id) {
        return withSubject(subject.record(id));
    }

    public AuditEntry session(UUID id) {
        return withSubject(subject.session(id));
    }

    public AuditEntry link(@Nullable UUID id) {
        return withSubject(subject.link(id));
    }

    private AuditEntry withSubject(AuditSubject subject) {
        return new AuditEntry(act, actor, clinicId, subject, address, reason, changed, operation);
    }

    public AuditEntry address(EmailAddress address) {
        return new AuditEntry(act, actor, clinicId, subject, address, reason, changed, operation);
    }

    public AuditEntry because(Refusal.Reason why) {
        return because(why.code());
    }

    public AuditEntry because(String code) {
        return new AuditEntry(act, actor, clinicId, subject, address, code, changed, operation);
    }

    AuditEntry changing(List<String> members) {
        return new AuditEntry(act, actor, clinicId, subject, address, reason, members, operation);
    }

    public AuditEntry operation(String operationId) {
        return new AuditEntry(act, actor, clinicId, subject, address, reason, changed, operationId);
    }
}
