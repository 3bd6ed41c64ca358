package dev.latchkey.operator;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.ClinicAction;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.staff.StaffMembers;
import dev.latchkey.staff.StaffReason;
import dev.latchkey.staffadmin.InvitingStaff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Opens a clinic and invites its owner: neither is any use without the other. */
@ApplicationScoped
class OpeningClinic {

    private final Clinics clinics;
    private final StaffMembers members;
    private final InvitingStaff inviting;
    private final Audit audit;

    OpeningClinic(Clinics clinics, StaffMembers members, InvitingStaff inviting, Audit audit) {
        this.clinics = clinics;
        this.members = members;
        this.inviting = inviting;
        this.audit = audit;
    }

    @Transactional
    Clinic open(Clinic clinic, String ownerName, EmailAddress ownerEmail) {
        if (members.signingInWith(ownerEmail).isPresent()) {
            throw StaffReason.STAFF_EMAIL_TAKEN.refusal();
        }
        clinics.add(clinic);
        audit.record(AuditEntry.of(ClinicAction.CLINIC_OPENED, Actor.operator(), clinic.id()));
        inviting.inviteOwner(clinic, ownerName, ownerEmail);
        return clinic;
    }
}
