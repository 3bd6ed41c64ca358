package dev.latchkey.access;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, or was refused: who, what, whose, and how it ended. Of the address only a keyed hash is kept.
 *
 * @param reason a code, such as that of a refusal
 */
public record Occurrence(
        AuditedAct act,
        Actor actor,
        @Nullable UUID clinicId,
        @Nullable UUID clientId,
        @Nullable UUID sessionId,
        @Nullable UUID loginLinkId,
        @Nullable EmailAddress address,
        @Nullable String reason) {

    /**
     * Of an act that needs no more said of it, or whose rest is added by what follows.
     *
     * @param clinicId null where no clinic is concerned, or which one is not known
     */
    public static Occurrence of(AuditedAct act, Actor actor, @Nullable UUID clinicId) {
        return new Occurrence(act, actor, clinicId, null, null, null, null, null);
    }

    /** Of a session, by whoever holds it. */
    static Occurrence of(AuditedAct act, Session session) {
        return of(act, session, session.holder());
    }

    static Occurrence of(AuditedAct act, Session session, Actor by) {
        return of(act, by, session.clinicId())
                .client(session.clientId())
                .session(session.id())
                .link(session.loginLinkId());
    }

    public Occurrence client(@Nullable UUID id) {
        return new Occurrence(act, actor, clinicId, id, sessionId, loginLinkId, address, reason);
    }

    public Occurrence session(UUID id) {
        return new Occurrence(act, actor, clinicId, clientId, id, loginLinkId, address, reason);
    }

    public Occurrence link(@Nullable UUID id) {
        return new Occurrence(act, actor, clinicId, clientId, sessionId, id, address, reason);
    }

    public Occurrence at(EmailAddress address) {
        return new Occurrence(act, actor, clinicId, clientId, sessionId, loginLinkId, address, reason);
    }

    public Occurrence because(Refusal.Reason why) {
        return because(why.code());
    }

    public Occurrence because(String code) {
        return new Occurrence(act, actor, clinicId, clientId, sessionId, loginLinkId, address, code);
    }
}
