package dev.latchkey.staff;

import dev.latchkey.access.Actor;
import dev.latchkey.access.Role;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Opens a clinic and invites its owner: neither is any use without the other. */
@ApplicationScoped
class OpeningClinic {

    private final Clinics clinics;
    private final StaffMembers members;
    private final InvitingStaff inviting;

    OpeningClinic(Clinics clinics, StaffMembers members, InvitingStaff inviting) {
        this.clinics = clinics;
        this.members = members;
        this.inviting = inviting;
    }

    @Transactional
    Clinic by(Clinic clinic, String ownerName, EmailAddress ownerEmail) {
        if (members.signingInWith(ownerEmail).isPresent()) {
            throw StaffReason.STAFF_EMAIL_TAKEN.refusal();
        }
        clinics.add(clinic);
        inviting.to(Actor.operator(), clinic, ownerName, ownerEmail, Role.OWNER);
        return clinic;
    }
}
