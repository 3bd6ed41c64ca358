package dev.latchkey.access;

import dev.latchkey.access.LiveSessions.LiveSession;
import dev.latchkey.http.WhyForbidden;
import dev.latchkey.overload.CallerConcurrencyLimit;
import dev.latchkey.tokens.AccessTokenClaims;
import dev.latchkey.tokens.Audience;
import dev.latchkey.tokens.TokenReason;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.util.Set;

/** Asks whether the session that a token speaks of still stands, and what its holder may do. */
@ApplicationScoped
class SessionIdentities {

    private final LiveSessions sessions;
    private final CallerConcurrencyLimit atOnce;

    SessionIdentities(LiveSessions sessions, CallerConcurrencyLimit atOnce) {
        this.sessions = sessions;
        this.atOnce = atOnce;
    }

    SecurityIdentity identify(BearerToken token, AccessTokenClaims claims) {
        var session =
                sessions.find(claims.sessionId(), claims.audience()).orElseThrow(AccessReason.SESSION_ENDED::refusal);
        return identityOf(session, token, claims);
    }

    /** A caller whose session has ended already gets the same answer. No other session ends. */
    SecurityIdentity identifyOnTheWayOut(BearerToken token, AccessTokenClaims claims) {
        return sessions.find(claims.sessionId(), claims.audience())
                .map(session -> identityOf(session, token, claims))
                .orElseGet(() -> signedOut(token, claims));
    }

    private static SecurityIdentity signedOut(BearerToken token, AccessTokenClaims claims) {
        if (!SignOutToken.isOf(claims.sessionId(), token.path())) {
            throw AccessReason.SESSION_ENDED.refusal();
        }
        return token.identity(
                new QuarkusPrincipal(SignOutToken.SIGNED_OUT),
                Set.of(claims.audience() == Audience.CLIENT ? Right.CLIENT : Right.SELF));
    }

    private SecurityIdentity identityOf(LiveSession session, BearerToken token, AccessTokenClaims claims) {
        var principal = new SessionPrincipal(
                claims.audience(), session.clinicId(), claims.subject(), session.id(), claims.expiresAt());
        var rights = rights(session, claims);
        atOnce.enter(principal.getName(), principal.clinicId());
        return session.mustEnrol() ? enrolling(token, principal) : token.identity(principal, rights);
    }

    private static Set<String> rights(LiveSession session, AccessTokenClaims claims) {
        if (claims.audience() == Audience.CLIENT && claims.subject().equals(session.clientId())) {
            return Set.of(Right.CLIENT);
        }
        var role = session.role();
        if (claims.audience() == Audience.STAFF && claims.subject().equals(session.staffMemberId()) && role != null) {
            return Role.valueOf(role).rights();
        }
        throw TokenReason.TOKEN_INVALID.refusal();
    }

    private static SecurityIdentity enrolling(BearerToken token, Principal principal) {
        return token.identityOf(principal, Set.of(Right.SELF))
                .addAttribute(WhyForbidden.ATTRIBUTE, AccessReason.SECOND_FACTOR_ENROLMENT_REQUIRED)
                .build();
    }
}
