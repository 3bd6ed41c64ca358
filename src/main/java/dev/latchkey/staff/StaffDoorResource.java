package dev.latchkey.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.access.AccessTokens;
import dev.latchkey.access.RefreshTokens;
import dev.latchkey.access.RefreshTokens.Handed;
import dev.latchkey.access.RefreshingSession;
import dev.latchkey.access.Right;
import dev.latchkey.access.Sessions;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import dev.latchkey.staff.SigningInStaff.SignedIn;
import dev.latchkey.web.Confidential;
import dev.latchkey.web.Email;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff")
class StaffDoorResource {

    private final AcceptingInvitation accepting;
    private final SigningInStaff signingIn;
    private final RefreshingSession refreshing;
    private final RefreshTokens refreshTokens;
    private final StaffMembers members;
    private final Clinics clinics;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final StaffCaller caller;
    private final Clock clock;

    StaffDoorResource(
            AcceptingInvitation accepting,
            SigningInStaff signingIn,
            RefreshingSession refreshing,
            RefreshTokens refreshTokens,
            StaffMembers members,
            Clinics clinics,
            Sessions sessions,
            AccessTokens tokens,
            StaffCaller caller,
            Clock clock) {
        this.accepting = accepting;
        this.signingIn = signingIn;
        this.refreshing = refreshing;
        this.refreshTokens = refreshTokens;
        this.members = members;
        this.clinics = clinics;
        this.sessions = sessions;
        this.tokens = tokens;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/invitations/acceptance")
    @PermitAll
    public StaffMemberView acceptInvitation(@Valid @NotNull InvitationAcceptance wanted) {
        return view(accepting.with(new Secret(wanted.token), wanted.password));
    }

    @POST
    @Path("/sessions")
    @PermitAll
    @ResponseStatus(201)
    public RestResponse<StaffSignedInView> signInStaff(@Valid @NotNull StaffCredentials credentials) {
        var signedIn = signingIn.with(EmailAddress.parse(credentials.email).orElseThrow(), credentials.password);
        return welcome(signedIn, refreshTokens.of(signedIn.session()), Status.CREATED);
    }

    @POST
    @Path("/sessions/refresh")
    @Consumes(MediaType.APPLICATION_JSON) // also of a request without a body, which has no type
    @PermitAll
    public RestResponse<StaffSignedInView> refreshStaffSession(
            @RestCookie(RefreshTokens.STAFF_COOKIE) @Nullable String cookie,
            @RestHeader("Origin") @Nullable String origin,
            @Valid @Nullable StaffRefreshment refreshment) {
        var inBody = refreshment == null ? null : refreshment.refreshToken;
        var session = refreshing.ofStaff(refreshTokens.presented(inBody, cookie, origin));
        var signedIn = new SignedIn(members.signedIn(session), session);
        return welcome(signedIn, refreshTokens.of(session, inBody != null), Status.OK);
    }

    private RestResponse<StaffSignedInView> welcome(SignedIn signedIn, Handed refreshToken, Status status) {
        var view = new StaffSignedInView(
                tokens.issueFor(signedIn.session()),
                "Bearer",
                AccessTokens.LIFETIME.toSeconds(),
                refreshToken.inBody(),
                view(signedIn.member()));
        return ResponseBuilder.create(status, view)
                .cookie(refreshToken.cookies())
                .build();
    }

    @GET
    @Path("/me")
    @RolesAllowed(Right.STAFF)
    public StaffMemberView getStaffMember() {
        return view(members.self(caller));
    }

    @DELETE
    @Path("/sessions/current")
    @RolesAllowed(Right.STAFF)
    @Transactional
    public RestResponse<Void> signOutStaff() {
        sessions.end(caller.sessionId(), clock.instant());
        return ResponseBuilder.<Void>noContent()
                .cookie(refreshTokens.forgottenByStaff())
                .build();
    }

    private StaffMemberView view(StaffMember member) {
        return StaffMemberView.of(member, clinics.get(member.clinicId()));
    }

    /** The longest password is what Argon2 is asked to chew at most; the shortest lies between what ASVS 5.0, 6.2.1 asks for (8) and
     * what it recommends (15). */
    record InvitationAcceptance(
            @NotNull @CodePointLength(min = 1, max = 100) String token,
            @NotNull @CodePointLength(min = 12, max = 128) String password) {}

    record StaffCredentials(
            @NotNull @Email String email,
            @NotNull @CodePointLength(min = 1, max = 128) String password) {}

    record StaffRefreshment(
            @CodePointLength(min = 1, max = 100) @Nullable String refreshToken) {}

    record StaffSignedInView(
            String accessToken,
            String tokenType,
            long expiresIn,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String refreshToken,

            StaffMemberView staffMember)
            implements Confidential {}
}
