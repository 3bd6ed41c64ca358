package dev.latchkey.login;

import dev.latchkey.access.AccessTokens;
import dev.latchkey.access.ChoiceToken;
import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.Right;
import dev.latchkey.access.Sessions;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.Secret;
import dev.latchkey.login.RedeemingLink.ChoiceRequired;
import dev.latchkey.login.RedeemingLink.SignedIn;
import dev.latchkey.login.SessionOpenedView.ProfileChoiceRequiredView;
import dev.latchkey.login.SessionOpenedView.SignedInView;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/sessions")
class SessionsResource {

    private final RedeemingLink redeeming;
    private final ChoosingProfile choosing;
    private final Sessions sessions;
    private final Clinics clinics;
    private final AccessTokens tokens;
    private final ChoiceToken choiceToken;
    private final ClientCaller caller;
    private final Clock clock;

    SessionsResource(
            RedeemingLink redeeming,
            ChoosingProfile choosing,
            Sessions sessions,
            Clinics clinics,
            AccessTokens tokens,
            ChoiceToken choiceToken,
            ClientCaller caller,
            Clock clock) {
        this.redeeming = redeeming;
        this.choosing = choosing;
        this.sessions = sessions;
        this.clinics = clinics;
        this.tokens = tokens;
        this.choiceToken = choiceToken;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @PermitAll
    @ResponseStatus(201)
    public SessionOpenedView redeemLoginLink(@Valid @NotNull Redemption redemption) {
        var redeemed = redeeming.with(new Secret(redemption.token));
        if (redeemed instanceof ChoiceRequired required) {
            return ProfileChoiceRequiredView.of(required);
        }
        return view((SignedIn) redeemed);
    }

    @POST
    @Path("/profile-choice")
    @RolesAllowed(Right.CHOICE)
    @ResponseStatus(201)
    public SignedInView chooseProfile(@Valid @NotNull ChosenProfile choice) {
        return view(choosing.with(choiceToken.secret(), choice.ref));
    }

    @DELETE
    @Path("/current")
    @RolesAllowed(Right.CLIENT)
    @Transactional
    public void signOut() {
        sessions.end(caller.sessionId(), clock.instant());
    }

    private SignedInView view(SignedIn signedIn) {
        var clinic = clinics.get(signedIn.profile().clinicId());
        return SignedInView.of(signedIn.profile(), clinic, tokens.issueFor(signedIn.session()));
    }

    record Redemption(
            @NotNull @CodePointLength(min = 1, max = 100) String token) {}

    record ChosenProfile(
            @NotNull @CodePointLength(min = 1, max = 100) String ref) {}
}
