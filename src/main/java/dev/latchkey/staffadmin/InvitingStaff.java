package dev.latchkey.staffadmin;

import dev.latchkey.access.Role;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import dev.latchkey.mail.QueueingLetters;
import dev.latchkey.staff.AccountNotice;
import dev.latchkey.staff.StaffAddress;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import dev.latchkey.staff.TellingMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds a staff member to a clinic and sends the letter by which they set a password; once more, if they have not done so. */
@ApplicationScoped
public class InvitingStaff {

    private final StaffMembers members;
    private final StaffInvitations invitations;
    private final StaffAddress address;
    private final QueueingLetters queueing;
    private final TellingMember telling;
    private final Audit audit;
    private final Clock clock;

    InvitingStaff(
            StaffMembers members,
            StaffInvitations invitations,
            StaffAddress address,
            QueueingLetters queueing,
            TellingMember telling,
            Audit audit,
            Clock clock) {
        this.members = members;
        this.invitations = invitations;
        this.address = address;
        this.queueing = queueing;
        this.telling = telling;
        this.audit = audit;
        this.clock = clock;
    }

    /** By an owner who is locked, and so is one until it is done. */
    @Transactional(TxType.MANDATORY)
    StaffMember invite(StaffMember owner, Clinic clinic, String displayName, EmailAddress email, Role role) {
        return add(Actor.staff(owner.id()), owner.id(), clinic, displayName, email, role);
    }

    @Transactional
    public StaffMember inviteOwner(Clinic clinic, String displayName, EmailAddress email) {
        members.lockClinic(clinic.id());
        return add(Actor.operator(), null, clinic, displayName, email, Role.OWNER);
    }

    private StaffMember add(
            Actor by, @Nullable UUID inviter, Clinic clinic, String displayName, EmailAddress email, Role role) {
        var now = clock.instant();
        invitations.withdrawAll(clinic.id(), email);
        var member = members.findAndLock(clinic.id(), email)
                .map(invited -> invited.invitedAgain(displayName, role))
                .orElseGet(() -> new StaffMember(clinic.id(), displayName, email, role, now));
        members.save(member);
        var token = Secret.random();
        var invitation = new StaffInvitation(member, inviter, token, now);
        invitations.persist(invitation);
        record(StaffAdminAction.STAFF_INVITED, by, member);
        if (role == Role.OWNER) {
            tellOwners(by, member);
        }
        queueing.queue(
                clinic.id(),
                email,
                new StaffInvitationLetter(
                        clinic.letterhead(clinic.language()),
                        address.ofInvitation(token),
                        StaffInvitation.LIFETIME,
                        invitation.expiresAt(),
                        clinic.timeZoneOfLetters()));
        return member;
    }

    /** The clinic's owners learn that there will be another owner. */
    private void tellOwners(Actor by, StaffMember invited) {
        var owners = members.actingOwners(invited.clinicId());
        if (!owners.isEmpty()) {
            record(StaffAdminAction.OWNERSHIP_CHANGED, by, invited);
            owners.forEach(owner -> telling.tell(owner, AccountNotice.OWNER_INVITED));
        }
    }

    private void record(AuditAction act, Actor by, StaffMember invited) {
        audit.record(AuditEntry.of(act, by, invited.clinicId())
                .record(invited.id())
                .address(invited.email())
                .because(invited.role().code()));
    }
}
