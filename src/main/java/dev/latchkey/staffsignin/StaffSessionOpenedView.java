package dev.latchkey.staffsignin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latchkey.http.Confidential;
import dev.latchkey.secondfactor.FactorChallenge;
import dev.latchkey.sessions.TokenResponse;
import dev.latchkey.staff.StaffMemberView;
import dev.latchkey.staffsignin.SigningInStaff.FactorRequired;

/** What signing in answers. {@code status} says which of the two it is. */
sealed interface StaffSessionOpenedView extends Confidential {

    record StaffSignedInView(
            @JsonUnwrapped TokenResponse tokens, boolean mustEnrolSecondFactor, StaffMemberView staffMember)
            implements StaffSessionOpenedView {}

    record SecondFactorRequiredView(String status, String secondFactorToken, long expiresIn)
            implements StaffSessionOpenedView {

        static SecondFactorRequiredView of(FactorRequired required) {
            return new SecondFactorRequiredView(
                    "second-factor-required", required.token().value(), FactorChallenge.LIFETIME.toSeconds());
        }
    }
}
