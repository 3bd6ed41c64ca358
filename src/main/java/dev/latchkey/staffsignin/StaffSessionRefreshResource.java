package dev.latchkey.staffsignin;

import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.secondfactor.SecondFactors;
import dev.latchkey.sessions.RefreshTokens;
import dev.latchkey.sessions.RefreshingSession;
import dev.latchkey.sessions.Session;
import dev.latchkey.sessions.SignedInResponses;
import dev.latchkey.sessions.TokenCookie;
import dev.latchkey.staff.StaffMembers;
import dev.latchkey.staffsignin.SigningInStaff.SignedIn;
import dev.latchkey.staffsignin.StaffSessionOpenedView.StaffSignedInView;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How a staff member stays in a session. */
@Path("/v1/staff/sessions")
class StaffSessionRefreshResource {

    private final RefreshingSession refreshing;
    private final RefreshTokens refreshTokens;
    private final StaffMembers members;
    private final SecondFactors factors;
    private final SignedInResponses responses;
    private final StaffSignedInViews views;
    private final AnswerSerialization serialization;

    StaffSessionRefreshResource(
            RefreshingSession refreshing,
            RefreshTokens refreshTokens,
            StaffMembers members,
            SecondFactors factors,
            SignedInResponses responses,
            StaffSignedInViews views,
            AnswerSerialization serialization) {
        this.refreshing = refreshing;
        this.refreshTokens = refreshTokens;
        this.members = members;
        this.factors = factors;
        this.responses = responses;
        this.views = views;
        this.serialization = serialization;
    }

    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON) // also of a request without a body, which has no type
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    public RestResponse<StaffSignedInView> refreshStaffSession(
            @RestCookie(TokenCookie.STAFF) @Nullable String cookie,
            @RestHeader("Origin") @Nullable String origin,
            @Valid @Nullable StaffRefreshment refreshment) {
        var inBody = refreshment == null ? null : refreshment.refreshToken;
        return refreshing.refreshStaff(
                refreshTokens.presented(inBody, cookie, origin),
                members::isActive,
                serialization.beforeCommit(session -> answer(session, inBody != null)));
    }

    private RestResponse<StaffSignedInView> answer(Session session, boolean inBody) {
        var member = members.signedIn(session);
        var signedIn = new SignedIn(member, session, factors.isMissing(member));
        return responses
                .answerRefresh(session, inBody, tokens -> views.build(signedIn, tokens))
                .build();
    }

    record StaffRefreshment(
            @CodePointLength(min = 1, max = 100) @Nullable String refreshToken) {}
}
