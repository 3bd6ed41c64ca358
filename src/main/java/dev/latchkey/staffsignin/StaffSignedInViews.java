package dev.latchkey.staffsignin;

import dev.latchkey.sessions.TokenResponse;
import dev.latchkey.staff.StaffMemberViews;
import dev.latchkey.staffsignin.SigningInStaff.SignedIn;
import dev.latchkey.staffsignin.StaffSessionOpenedView.StaffSignedInView;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows a staff member who is let in together with their clinic. */
@ApplicationScoped
class StaffSignedInViews {

    private final StaffMemberViews members;

    StaffSignedInViews(StaffMemberViews members) {
        this.members = members;
    }

    StaffSignedInView build(SignedIn signedIn, TokenResponse tokens) {
        return new StaffSignedInView(tokens, signedIn.mustEnrol(), members.build(signedIn.member()));
    }
}
