package dev.latchkey.login;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.Right;
import dev.latchkey.access.SignsOut;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.login.RedemptionResult.SignedIn;
import dev.latchkey.login.SessionOpenedView.SignedInView;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.sessions.OpenSessions;
import dev.latchkey.sessions.SessionView;
import dev.latchkey.sessions.SignedInResponses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The sessions a client has open, the current one among them. */
@Path("/v1/sessions")
class OpenSessionsResource {

    private final OpenSessions sessions;
    private final SwitchingProfile switching;
    private final SignedInResponses responses;
    private final SignedInViews views;
    private final LoginLimits limits;
    private final ClientCaller caller;
    private final AnswerSerialization serialization;

    OpenSessionsResource(
            OpenSessions sessions,
            SwitchingProfile switching,
            SignedInResponses responses,
            SignedInViews views,
            LoginLimits limits,
            ClientCaller caller,
            AnswerSerialization serialization) {
        this.sessions = sessions;
        this.switching = switching;
        this.responses = responses;
        this.views = views;
        this.limits = limits;
        this.caller = caller;
        this.serialization = serialization;
    }

    @GET
    @RolesAllowed(Right.CLIENT)
    public Page<SessionView> listSessions(@Valid @BeanParam Paging paging) {
        return sessions.list(caller, paging, Function.identity());
    }

    @DELETE
    @Path("/{id}")
    @SignsOut
    @RolesAllowed(Right.CLIENT)
    @Transactional
    public RestResponse<Void> endSession(@RestPath UUID id) {
        return sessions.end(caller, id);
    }

    @DELETE
    @Path("/current")
    @SignsOut
    @RolesAllowed(Right.CLIENT)
    @Transactional
    public RestResponse<Void> signOut() {
        return sessions.signOutClient();
    }

    /** Hands out no refresh token: a thief of an access token must not get one that lasts for hours. */
    @POST
    @Path("/current/profile")
    @RolesAllowed(Right.CLIENT)
    public RestResponse<SignedInView> switchProfile(@Valid @NotNull ProfileSwitch request) {
        limits.countSwitch(caller);
        return switching.switchTo(caller, request.profileId, serialization.beforeCommit(this::answer));
    }

    private RestResponse<SignedInView> answer(SignedIn signedIn) {
        return RestResponse.ok(views.build(signedIn, responses.answerSwitch(signedIn.session(), caller)));
    }

    record ProfileSwitch(@NotNull UUID profileId) {}
}
