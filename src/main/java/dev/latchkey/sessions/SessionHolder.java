package dev.latchkey.sessions;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Actor;
import java.util.UUID;

/**
 * Who asks for their sessions, and which those are. A client's are all that their mailbox opened, at any of its profiles; for that, the
 * whole clinic must be in sight.
 */
record SessionHolder(String condition, UUID clinicId, UUID key, UUID sessionId, Actor actor) {

    static SessionHolder of(ClientCaller caller) {
        return new SessionHolder(
                "clinicId = ?1 and addressKey = (select asking.addressKey from Session asking where asking.id = ?2)",
                caller.clinicId(),
                caller.sessionId(),
                caller.sessionId(),
                Actor.client(caller.clientId()));
    }

    static SessionHolder of(StaffCaller caller) {
        return new SessionHolder(
                "clinicId = ?1 and subject.staffMemberId = ?2",
                caller.clinicId(),
                caller.staffMemberId(),
                caller.sessionId(),
                caller.actor());
    }
}
