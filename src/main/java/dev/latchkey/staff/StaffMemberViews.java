package dev.latchkey.staff;

import dev.latchkey.clinics.Clinics;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows a member together with their clinic. */
@ApplicationScoped
public class StaffMemberViews {

    private final Clinics clinics;

    StaffMemberViews(Clinics clinics) {
        this.clinics = clinics;
    }

    public StaffMemberView build(StaffMember member) {
        return StaffMemberView.of(member, clinics.get(member.clinicId()));
    }
}
