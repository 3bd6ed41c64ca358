package dev.latchkey.staffsignin;

import dev.latchkey.access.CredentialsChanged;
import dev.latchkey.access.CredentialsChanged.Credential;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.Secret;
import dev.latchkey.mail.QueueingLetters;
import dev.latchkey.staff.AccountAction;
import dev.latchkey.staff.StaffAddress;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Cancels the reset a member may have, and sends another one to the address on their record. */
@ApplicationScoped
public class MintingReset {

    private final StaffMembers members;
    private final PasswordResets resets;
    private final Clinics clinics;
    private final QueueingLetters queueing;
    private final StaffAddress address;
    private final Audit audit;
    private final Clock clock;

    MintingReset(
            StaffMembers members,
            PasswordResets resets,
            Clinics clinics,
            QueueingLetters queueing,
            StaffAddress address,
            Audit audit,
            Clock clock) {
        this.members = members;
        this.resets = resets;
        this.clinics = clinics;
        this.queueing = queueing;
        this.address = address;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    void mint(StaffMember known) {
        var member = members.refreshAndLock(known);
        if (member.isSuspended()) {
            return;
        }
        cancel(member);
        var token = Secret.random();
        var mintedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var clinic = clinics.get(member.clinicId());
        var content = new PasswordResetLetter(
                clinic.letterhead(clinic.language()),
                address.ofReset(token),
                mintedAt.plus(PasswordReset.LIFETIME),
                clinic.timeZoneOfLetters());
        var letter = queueing.queue(clinic.id(), member.email(), content);
        resets.persist(new PasswordReset(member, token, letter, mintedAt));
        audit.record(AuditEntry.of(AccountAction.PASSWORD_RESET_SENT, Actor.system(), clinic.id())
                .address(member.email()));
    }

    /** Written at once, for the database allows no second one beside it. The member's row must be locked. */
    @Transactional(TxType.MANDATORY)
    public void cancel(StaffMember member) {
        cancel(member.id());
    }

    /** A reset that was asked for before must not undo a password that was set since. */
    void cancel(@Observes CredentialsChanged changed) {
        if (changed.what() == Credential.PASSWORD) {
            cancel(changed.staffMemberId());
        }
    }

    private void cancel(UUID memberId) {
        resets.openOf(memberId).ifPresent(reset -> {
            queueing.withdraw(List.of(reset.cancel(clock.instant())));
            resets.flush();
        });
    }
}
