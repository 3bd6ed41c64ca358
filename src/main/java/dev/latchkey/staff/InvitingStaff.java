package dev.latchkey.staff;

import dev.latchkey.access.Actor;
import dev.latchkey.access.Audit;
import dev.latchkey.access.AuditedAct;
import dev.latchkey.access.Occurrence;
import dev.latchkey.access.Role;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import dev.latchkey.mail.Letters;
import dev.latchkey.mail.StaffInvitationLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Adds a staff member to a clinic and sends the letter by which they set a password; once more, if they have not done so. */
@ApplicationScoped
class InvitingStaff {

    private final StaffMembers members;
    private final StaffInvitations invitations;
    private final StaffAddress address;
    private final Letters letters;
    private final Audit audit;
    private final Clock clock;

    InvitingStaff(
            StaffMembers members,
            StaffInvitations invitations,
            StaffAddress address,
            Letters letters,
            Audit audit,
            Clock clock) {
        this.members = members;
        this.invitations = invitations;
        this.address = address;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    StaffMember to(Actor by, Clinic clinic, String displayName, EmailAddress email, Role role) {
        var now = clock.instant();
        invitations.withdrawAll(clinic.id(), email);
        var member = members.findAndLock(clinic.id(), email)
                .map(invited -> invited.invitedAgain(displayName, role))
                .orElseGet(() -> new StaffMember(clinic.id(), displayName, email, role, now));
        members.save(member);
        var token = Secret.random();
        var invitation = new StaffInvitation(member, token, now);
        invitations.persist(invitation);
        audit.record(Occurrence.of(AuditedAct.STAFF_INVITED, by, clinic.id()).at(email));
        letters.queue(
                clinic.id(),
                email,
                new StaffInvitationLetter(
                        clinic.name(),
                        address.ofInvitation(token),
                        StaffInvitation.LIFETIME,
                        invitation.expiresAt(),
                        clinic.timeZone()));
        return member;
    }
}
