package dev.latchkey.staff;

import dev.latchkey.access.Role;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.ClinicCard;
import dev.latchkey.http.ETags;
import java.util.UUID;

/** A staff member, as they and the clinic's owner see one. */
public record StaffMemberView(UUID id, String displayName, String email, Role role, String status, ClinicCard clinic)
        implements ETags.TaggedAnswer {

    public static StaffMemberView of(StaffMember member, Clinic clinic) {
        return new StaffMemberView(
                member.id(),
                member.displayName(),
                member.email().address(),
                member.role(),
                member.status(),
                ClinicCard.of(clinic));
    }
}
