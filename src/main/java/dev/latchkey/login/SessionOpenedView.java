package dev.latchkey.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.clients.Client;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.ClinicCard;
import dev.latchkey.http.Confidential;
import dev.latchkey.login.RedeemingLink.ChoiceRequired;
import dev.latchkey.tokens.AccessTokens.IssuedToken;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What redeeming a link answers. {@code status} says which of the two it is. */
sealed interface SessionOpenedView extends Confidential {

    record SignedInView(
            String status,
            String accessToken,
            String tokenType,
            long expiresIn,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String refreshToken,

            ProfileCard profile,
            ClinicCard clinic)
            implements SessionOpenedView {

        static SignedInView of(Client profile, Clinic clinic, IssuedToken accessToken, @Nullable String refreshToken) {
            return new SignedInView(
                    "signed-in",
                    accessToken.value(),
                    "Bearer",
                    accessToken.expiresIn(),
                    refreshToken,
                    new ProfileCard(profile.id(), profile.displayName()),
                    ClinicCard.of(clinic));
        }
    }

    record ProfileChoiceRequiredView(String status, String choiceToken, long expiresIn, List<Offer> profiles)
            implements SessionOpenedView {

        static ProfileChoiceRequiredView of(ChoiceRequired required) {
            return new ProfileChoiceRequiredView(
                    "profile-choice-required",
                    required.token().value(),
                    ProfileChoice.LIFETIME.toSeconds(),
                    required.profiles().stream()
                            .map(profile -> new Offer(required.choice().refOf(profile), profile.shortName()))
                            .toList());
        }
    }

    record ProfileCard(UUID id, String displayName) {}

    /** Names only, and short ones: who shares a mailbox is not yet known to be who. */
    record Offer(String ref, String displayName) {}
}
