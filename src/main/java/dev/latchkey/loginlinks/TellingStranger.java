package dev.latchkey.loginlinks;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.mail.QueueingLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Tells a stranger by letter that a clinic has no client with the address they typed: once a day, at whichever clinic that was. */
@ApplicationScoped
class TellingStranger {

    private static final Duration BETWEEN_LETTERS = Duration.ofHours(24);

    private final LoginRequests requests;
    private final Clinics clinics;
    private final QueueingLetters queueing;
    private final LoginLimits limits;
    private final InstallationSecret secret;
    private final Audit audit;
    private final Clock clock;

    TellingStranger(
            LoginRequests requests,
            Clinics clinics,
            QueueingLetters queueing,
            LoginLimits limits,
            InstallationSecret secret,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.clinics = clinics;
        this.queueing = queueing;
        this.limits = limits;
        this.secret = secret;
        this.audit = audit;
        this.clock = clock;
    }

    /** False if they were told a short while ago, or too many others were. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean tell(UUID clinicId, EmailAddress typed) {
        var hashes = LoginRequest.addressHashes(typed, secret);
        var since = clock.instant().minus(BETWEEN_LETTERS);
        if (requests.wasToldOfNoRecord(hashes, since) || !limits.trySpendNoRecordLetter(clinicId, typed)) {
            return false;
        }
        var clinic = clinics.get(clinicId);
        queueing.queue(
                clinicId,
                typed,
                new NoClientRecordLetter(clinic.letterhead(clinic.language()), clinic.shownBookingUrl()));
        audit.record(AuditEntry.of(LoginLinkAction.NO_CLIENT_RECORD, Actor.system(), clinicId)
                .address(typed));
        return true;
    }
}
