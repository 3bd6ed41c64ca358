package dev.latchkey.login;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.Right;
import dev.latchkey.http.Responses;
import dev.latchkey.http.Showing;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.login.SessionOpenedView.SignedInView;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.sessions.RefreshTokens;
import dev.latchkey.sessions.SessionView;
import dev.latchkey.sessions.Sessions;
import dev.latchkey.sessions.SigningOut;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The sessions a client has open, the current one among them. */
@Path("/v1/sessions")
class OpenSessionsResource {

    private final Sessions sessions;
    private final SigningOut signingOut;
    private final SwitchingProfile switching;
    private final SignedInResponses responses;
    private final RefreshTokens refreshTokens;
    private final LoginLimits limits;
    private final ClientCaller caller;
    private final Showing showing;
    private final Clock clock;

    OpenSessionsResource(
            Sessions sessions,
            SigningOut signingOut,
            SwitchingProfile switching,
            SignedInResponses responses,
            RefreshTokens refreshTokens,
            LoginLimits limits,
            ClientCaller caller,
            Showing showing,
            Clock clock) {
        this.sessions = sessions;
        this.signingOut = signingOut;
        this.switching = switching;
        this.responses = responses;
        this.refreshTokens = refreshTokens;
        this.limits = limits;
        this.caller = caller;
        this.showing = showing;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Right.CLIENT)
    public Page<SessionView> listSessions(@Valid @BeanParam Paging paging) {
        return Page.of(
                sessions.open(caller, clock.instant(), paging),
                paging,
                Sessions::place,
                session -> SessionView.of(session, caller.sessionId()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Right.CLIENT)
    @Transactional
    public RestResponse<Void> endSession(@RestPath UUID id) {
        if (signingOut.isOf(id)) {
            return signOut();
        }
        sessions.end(caller, id, clock.instant());
        return RestResponse.noContent();
    }

    @DELETE
    @Path("/current")
    @RolesAllowed(Right.CLIENT)
    @Transactional
    public RestResponse<Void> signOut() {
        signingOut.signOut();
        return Responses.signedOut(refreshTokens.forgottenByClient());
    }

    /** Hands out no refresh token: a thief of an access token must not get one that lasts for hours. */
    @POST
    @Path("/current/profile")
    @RolesAllowed(Right.CLIENT)
    public RestResponse<SignedInView> switchProfile(@Valid @NotNull ProfileSwitch request) {
        limits.countSwitch(caller);
        return switching.switchTo(
                caller, request.profileId, showing.beforeCommit(signedIn -> responses.build(signedIn, caller)));
    }

    record ProfileSwitch(@NotNull UUID profileId) {}
}
