package dev.latchkey.login;

import dev.latchkey.clinics.Clinics;
import dev.latchkey.login.RedemptionResult.SignedIn;
import dev.latchkey.login.SessionOpenedView.SignedInView;
import dev.latchkey.sessions.TokenResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows a client who is let in together with their clinic. */
@ApplicationScoped
class SignedInViews {

    private final Clinics clinics;

    SignedInViews(Clinics clinics) {
        this.clinics = clinics;
    }

    SignedInView build(SignedIn signedIn, TokenResponse tokens) {
        var profile = signedIn.profile();
        return SignedInView.of(tokens, profile, clinics.card(profile.clinicId()));
    }
}
