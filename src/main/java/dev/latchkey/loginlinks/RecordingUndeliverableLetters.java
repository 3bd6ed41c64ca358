package dev.latchkey.loginlinks;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.mail.LetterUndeliverable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Records in the audit trail that a letter was not sent, and which link it held. */
@ApplicationScoped
class RecordingUndeliverableLetters {

    private final LoginLinks links;
    private final Audit audit;

    RecordingUndeliverableLetters(LoginLinks links, Audit audit) {
        this.links = links;
        this.audit = audit;
    }

    void record(@Observes LetterUndeliverable lost) {
        var link = links.sentIn(lost);
        audit.record(AuditEntry.of(LoginLinkAction.MAIL_FAILED, Actor.system(), lost.clinicId())
                .address(lost.recipient())
                .link(link.map(LoginLink::id).orElse(null))
                .because(lost.why()));
    }
}
