package dev.latchkey.loginlinks;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.mail.Delivery;
import dev.latchkey.mail.LetterFinished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;

/** Records in the audit trail that a letter was not sent, and which link it held. */
@ApplicationScoped
class RecordingUndeliverableLetters {

    private final LoginLinks links;
    private final Audit audit;

    RecordingUndeliverableLetters(LoginLinks links, Audit audit) {
        this.links = links;
        this.audit = audit;
    }

    void record(@Observes LetterFinished letter) {
        if (letter.delivery().status().isLost()) {
            var recipient = Objects.requireNonNull(letter.recipient());
            var link = links.findSentIn(letter.letterId(), letter.clinicId(), recipient);
            audit.record(AuditEntry.of(LoginLinkAction.MAIL_FAILED, Actor.system(), letter.clinicId())
                    .address(recipient)
                    .link(link.map(LoginLink::id).orElse(null))
                    .because(why(letter.delivery())));
        }
    }

    private static String why(Delivery delivery) {
        return delivery.failure() == null ? delivery.status().code() : delivery.failure();
    }
}
