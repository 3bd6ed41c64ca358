package dev.latchkey.bounces;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.Clients;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.mail.LetterFinished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Flags a client's address, once a letter to it has come back for good. */
@ApplicationScoped
class FlaggingAddress {

    private final AddressFlags flags;
    private final Clients clients;
    private final Audit audit;
    private final Clock clock;

    FlaggingAddress(AddressFlags flags, Clients clients, Audit audit, Clock clock) {
        this.flags = flags;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction that notes what became of the letter. */
    void hear(@Observes LetterFinished letter) {
        if (letter.report().refusesMailbox()) {
            var refused = Objects.requireNonNull(letter.recipient());
            flag(letter.clinicId(), refused, letter.report().smtpCode(), "recipient-refused");
        }
    }

    /** Unless it is flagged already, or no active client's: a stranger's, or one that a record has left. */
    @Transactional(Transactional.TxType.MANDATORY)
    void flag(UUID clinicId, EmailAddress address, @Nullable String code, String why) {
        var addressee = new Addressee(clinicId, address.key());
        if (clients.reachedAt(List.of(addressee)).isEmpty() || !flags.flag(addressee, code, clock.instant())) {
            return;
        }
        audit.record(AuditEntry.of(BounceAction.ADDRESS_FLAGGED, Actor.system(), clinicId)
                .address(address)
                .because(why));
    }
}
