package dev.latchkey.loginlinks;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditedAct;
import dev.latchkey.audit.Occurrence;
import dev.latchkey.mail.LetterLost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Puts on record that a letter did not get out, and which link with it. */
@ApplicationScoped
class NotingLostLetters {

    private final LoginLinks links;
    private final Audit audit;

    NotingLostLetters(LoginLinks links, Audit audit) {
        this.links = links;
        this.audit = audit;
    }

    void of(@Observes LetterLost lost) {
        var link = links.sentIn(lost);
        audit.record(Occurrence.of(AuditedAct.MAIL_FAILED, Actor.system(), lost.clinicId())
                .at(lost.recipient())
                .link(link.map(LoginLink::id).orElse(null))
                .because(lost.why()));
    }
}
