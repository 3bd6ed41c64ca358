package dev.latchkey.login;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latchkey.clients.Client;
import dev.latchkey.clinics.ClinicCard;
import dev.latchkey.clinics.PortalSettings.SecondQuestion;
import dev.latchkey.http.Confidential;
import dev.latchkey.login.RedemptionResult.ChoiceRequired;
import dev.latchkey.profile.ProfileNames;
import dev.latchkey.sessions.TokenResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What redeeming a link answers. {@code status} says which of the two it is. */
sealed interface SessionOpenedView extends Confidential {

    record SignedInView(@JsonUnwrapped TokenResponse tokens, ProfileCard profile, ClinicCard clinic)
            implements SessionOpenedView {

        static SignedInView of(TokenResponse tokens, Client profile, ClinicCard clinic) {
            return new SignedInView(tokens, new ProfileCard(profile.id(), profile.displayName()), clinic);
        }
    }

    record ProfileChoiceRequiredView(String status, String choiceToken, long expiresIn, List<Offer> profiles)
            implements SessionOpenedView {

        static ProfileChoiceRequiredView of(ChoiceRequired required) {
            var names = ProfileNames.among(required.profiles());
            var isChoice = required.profiles().size() > 1;
            return new ProfileChoiceRequiredView(
                    "profile-choice-required",
                    required.token().value(),
                    ProfileChoice.LIFETIME.toSeconds(),
                    required.profiles().stream()
                            .map(profile -> new Offer(
                                    required.choice().refOf(profile),
                                    isChoice ? names.get(profile) : null,
                                    profile.findQuestion(required.portal()).orNull()))
                            .toList());
        }
    }

    record ProfileCard(UUID id, String displayName) {}

    /**
     * Names only, and short ones: who shares a mailbox is not yet known to be who. The one there is needs no name to be told apart, and a letter that
     * went to the wrong mailbox then tells none.
     */
    record Offer(
            String ref,
            @Nullable String displayName,
            @Nullable SecondQuestion question) {}
}
