package dev.latchkey.staffsignin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.Responses;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.sessions.RefreshTokens;
import dev.latchkey.sessions.SessionView;
import dev.latchkey.sessions.Sessions;
import dev.latchkey.sessions.SigningOut;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The sessions a staff member has open, the current one among them. */
@Path("/v1/staff/sessions")
class OpenStaffSessionsResource {

    private final Sessions sessions;
    private final SigningOut signingOut;
    private final RefreshTokens refreshTokens;
    private final StaffCaller caller;
    private final Clock clock;

    OpenStaffSessionsResource(
            Sessions sessions, SigningOut signingOut, RefreshTokens refreshTokens, StaffCaller caller, Clock clock) {
        this.sessions = sessions;
        this.signingOut = signingOut;
        this.refreshTokens = refreshTokens;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Right.SELF)
    public Page<StaffSessionView> listStaffSessions(@Valid @BeanParam Paging paging) {
        return Page.of(
                sessions.open(caller, clock.instant(), paging),
                paging,
                Sessions::place,
                session -> new StaffSessionView(SessionView.of(session, caller.sessionId())));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Right.SELF)
    @Transactional
    public RestResponse<Void> endStaffSession(@RestPath UUID id) {
        if (signingOut.isOf(id)) {
            return signOutStaff();
        }
        sessions.end(caller, id, clock.instant());
        return RestResponse.noContent();
    }

    @DELETE
    @Path("/current")
    @RolesAllowed(Right.SELF)
    @Transactional
    public RestResponse<Void> signOutStaff() {
        signingOut.signOut();
        return Responses.signedOut(refreshTokens.forgottenByStaff());
    }

    /** The same as a client's, under the contract's own name. */
    record StaffSessionView(@JsonUnwrapped SessionView session) {}
}
