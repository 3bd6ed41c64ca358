package dev.latchkey.access;

import dev.latchkey.access.LiveSessions.LiveSession;
import dev.latchkey.http.WhyForbidden;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.overload.CallerConcurrencyLimit;
import dev.latchkey.tokens.AccessTokenClaims;
import dev.latchkey.tokens.AccessTokenVerifier;
import dev.latchkey.tokens.Audience;
import dev.latchkey.tokens.TokenReason;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.util.Set;

/** Finds who sent a token: a client or staff member with a live session, the operator, or the holder of an opaque token. */
@ApplicationScoped
class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private final AccessTokenVerifier tokens;
    private final LiveSessions sessions;
    private final OperatorKey operatorKey;
    private final CallerConcurrencyLimit atOnce;

    TokenIdentityProvider(
            AccessTokenVerifier tokens, LiveSessions sessions, OperatorKey operatorKey, CallerConcurrencyLimit atOnce) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.operatorKey = operatorKey;
        this.atOnce = atOnce;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(request));
    }

    private SecurityIdentity identify(TokenAuthenticationRequest request) {
        try {
            return switch (request.getToken().getType()) {
                case ChoiceToken.TYPE -> identity(request, new QuarkusPrincipal("choice"), Set.of(Right.CHOICE));
                case OperatorKey.TYPE -> atTheOperatorsDoor(request);
                case SignOutToken.TYPE -> onTheWayOut(request);
                default -> sessionOf(request, tokens.verify(request.getToken().getToken()));
            };
        } catch (Refusal refusal) {
            throw new AuthenticationFailedException(refusal);
        }
    }

    /** A caller with a token of ours does not guess the key, even if that has ended. */
    private SecurityIdentity atTheOperatorsDoor(TokenAuthenticationRequest request) {
        var token = request.getToken().getToken();
        AccessTokenClaims claims;
        try {
            claims = tokens.verify(token);
        } catch (Refusal notOurs) {
            if (notOurs.reason() != TokenReason.TOKEN_INVALID) {
                throw notOurs;
            }
            operatorKey.require(token);
            return identity(request, new QuarkusPrincipal("operator"), Set.of(Right.OPERATOR));
        }
        return sessionOf(request, claims);
    }

    /** A caller whose session has ended already gets the same answer. No other session ends. */
    private SecurityIdentity onTheWayOut(TokenAuthenticationRequest request) {
        var claims = tokens.verify(request.getToken().getToken());
        return sessions.find(claims.sessionId())
                .map(session -> sessionOf(request, claims, session))
                .orElseGet(() -> signedOut(request, claims));
    }

    private static SecurityIdentity signedOut(TokenAuthenticationRequest request, AccessTokenClaims claims) {
        if (!SignOutToken.isOf(claims.sessionId(), request.getAttribute(BearerAuthentication.PATH))) {
            throw AccessReason.SESSION_ENDED.refusal();
        }
        return identity(
                request,
                new QuarkusPrincipal(SignOutToken.SIGNED_OUT),
                Set.of(claims.audience() == Audience.CLIENT ? Right.CLIENT : Right.SELF));
    }

    private SecurityIdentity sessionOf(TokenAuthenticationRequest request, AccessTokenClaims claims) {
        var session = sessions.find(claims.sessionId()).orElseThrow(AccessReason.SESSION_ENDED::refusal);
        return sessionOf(request, claims, session);
    }

    private SecurityIdentity sessionOf(
            TokenAuthenticationRequest request, AccessTokenClaims claims, LiveSession session) {
        var principal = new SessionPrincipal(
                claims.audience(), session.clinicId(), claims.subject(), session.id(), claims.expiresAt());
        var rights = rights(session, claims);
        atOnce.enter(principal.getName(), principal.clinicId());
        return session.mustEnrol() ? enrolling(request, principal) : identity(request, principal, rights);
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

    private static SecurityIdentity enrolling(TokenAuthenticationRequest request, Principal principal) {
        return builder(request, principal, Set.of(Right.SELF))
                .addAttribute(WhyForbidden.ATTRIBUTE, AccessReason.SECOND_FACTOR_ENROLMENT_REQUIRED)
                .build();
    }

    private static SecurityIdentity identity(
            TokenAuthenticationRequest request, Principal principal, Set<String> rights) {
        return builder(request, principal, rights).build();
    }

    private static QuarkusSecurityIdentity.Builder builder(
            TokenAuthenticationRequest request, Principal principal, Set<String> rights) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addCredential(request.getToken())
                .addRoles(rights);
    }
}
