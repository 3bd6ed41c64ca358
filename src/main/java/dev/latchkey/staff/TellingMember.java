package dev.latchkey.staff;

import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.mail.QueueingLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Objects;

/** Tells a member by letter what happened to their account, so that they learn of acts that were not theirs. */
@ApplicationScoped
public class TellingMember {

    private final StaffMembers members;
    private final Clinics clinics;
    private final QueueingLetters queueing;
    private final Clock clock;

    TellingMember(StaffMembers members, Clinics clinics, QueueingLetters queueing, Clock clock) {
        this.members = members;
        this.clinics = clinics;
        this.queueing = queueing;
        this.clock = clock;
    }

    /** Listens to the audit trail, where every change of credentials is recorded: no way of changing them can forget the letter. */
    void tellOf(@Observes AuditEntry what) {
        if (what.act() instanceof AccountAction change) {
            change.notice()
                    .ifPresent(notice -> tell(
                            members.findById(Objects.requireNonNull(what.actor().id())), notice));
        }
    }

    /** Who has not joined yet has no account to be told of. */
    @Transactional(TxType.MANDATORY)
    public void tell(StaffMember member, AccountNotice notice) {
        if (member.hasJoined()) {
            queue(member, notice);
        }
    }

    @Transactional(TxType.MANDATORY)
    public void tellWhoWasInvited(StaffMember member, AccountNotice notice) {
        queue(member, notice);
    }

    private void queue(StaffMember member, AccountNotice notice) {
        var clinic = clinics.get(member.clinicId());
        var role = member.role().code().replace('-', ' ');
        queueing.queueNotice(
                clinic.id(),
                member.email(),
                new AccountNoticeLetter(
                        clinic.letterhead(clinic.language()),
                        notice,
                        role,
                        clock.instant(),
                        clinic.timeZoneOfLetters()));
    }
}
