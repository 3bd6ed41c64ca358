package dev.latchkey.loginlinks;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.bounces.LetterBounced;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.mail.Delivery;
import dev.latchkey.mail.LetterFinished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.UUID;

/** Records in the audit trail that a letter was not sent, or came back, and which link it held. */
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
            record(letter.letterId(), letter.clinicId(), recipient, why(letter.delivery()));
        }
    }

    void record(@Observes LetterBounced letter) {
        record(letter.letterId(), letter.clinicId(), letter.recipient(), "bounced");
    }

    private void record(UUID letterId, UUID clinicId, EmailAddress recipient, String why) {
        var link = links.findSentIn(letterId, clinicId, recipient);
        audit.record(AuditEntry.of(LoginLinkAction.MAIL_FAILED, Actor.system(), clinicId)
                .address(recipient)
                .link(link.map(LoginLink::id).orElse(null))
                .because(why));
    }

    private static String why(Delivery delivery) {
        return delivery.failure() == null ? delivery.status().code() : delivery.failure();
    }
}
