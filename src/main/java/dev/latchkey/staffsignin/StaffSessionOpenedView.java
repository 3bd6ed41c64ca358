package dev.latchkey.staffsignin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.http.Confidential;
import dev.latchkey.secondfactor.FactorChallenge;
import dev.latchkey.staff.StaffMemberView;
import dev.latchkey.staffsignin.SigningInStaff.FactorRequired;
import dev.latchkey.tokens.AccessTokens.IssuedToken;
import org.jspecify.annotations.Nullable;

/** What signing in answers. {@code status} says which of the two it is. */
sealed interface StaffSessionOpenedView extends Confidential {

    record StaffSignedInView(
            String status,
            String accessToken,
            String tokenType,
            long expiresIn,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String refreshToken,

            boolean mustEnrolSecondFactor,
            StaffMemberView staffMember)
            implements StaffSessionOpenedView {

        static StaffSignedInView of(
                StaffMemberView member, boolean mustEnrol, IssuedToken accessToken, @Nullable String refreshToken) {
            return new StaffSignedInView(
                    "signed-in",
                    accessToken.value(),
                    "Bearer",
                    accessToken.expiresIn(),
                    refreshToken,
                    mustEnrol,
                    member);
        }
    }

    record SecondFactorRequiredView(String status, String secondFactorToken, long expiresIn)
            implements StaffSessionOpenedView {

        static SecondFactorRequiredView of(FactorRequired required) {
            return new SecondFactorRequiredView(
                    "second-factor-required", required.token().value(), FactorChallenge.LIFETIME.toSeconds());
        }
    }
}
