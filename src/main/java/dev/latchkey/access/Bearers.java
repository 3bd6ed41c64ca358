package dev.latchkey.access;

import dev.latchkey.access.LiveSessions.LiveSession;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Secret;
import dev.latchkey.web.WhyForbidden;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.Set;

/** Says who a token's bearer is: a client or staff member with a live session, the operator, or somebody with an opaque token. */
@ApplicationScoped
class Bearers implements IdentityProvider<TokenAuthenticationRequest> {

    private final AccessTokens tokens;
    private final LiveSessions sessions;
    private final AccessSettings settings;

    Bearers(AccessTokens tokens, LiveSessions sessions, AccessSettings settings) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.settings = settings;
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
        var token = request.getToken().getToken();
        if (isOperatorKey(token)) {
            return identity(request, new QuarkusPrincipal("operator"), Set.of(Right.OPERATOR));
        }
        if (request.getToken().getType().equals(ChoiceToken.TYPE)) {
            return identity(request, new QuarkusPrincipal("choice"), Set.of(Right.CHOICE));
        }
        try {
            return sessionOf(request, tokens.verify(token));
        } catch (Refusal refusal) {
            throw new AuthenticationFailedException(refusal);
        }
    }

    /** Hashes first, so that the comparison takes as long whatever the token. */
    private boolean isOperatorKey(String token) {
        return settings.operatorKey()
                .filter(key -> MessageDigest.isEqual(new Secret(key).hash(), new Secret(token).hash()))
                .isPresent();
    }

    private SecurityIdentity sessionOf(TokenAuthenticationRequest request, AccessTokens.Claims claims) {
        var session = sessions.find(claims.sessionId()).orElseThrow(AccessReason.SESSION_ENDED::refusal);
        var bearer = new Bearer(claims.audience(), session.clinicId(), claims.subject(), session.id());
        var rights = rights(session, claims);
        return session.enrolling() ? enrolling(request, bearer) : identity(request, bearer, rights);
    }

    private static Set<String> rights(LiveSession session, AccessTokens.Claims claims) {
        if (claims.audience() == Audience.CLIENT && claims.subject().equals(session.clientId())) {
            return Set.of(Right.CLIENT);
        }
        var role = session.role();
        if (claims.audience() == Audience.STAFF && claims.subject().equals(session.staffMemberId()) && role != null) {
            return Role.valueOf(role).rights();
        }
        throw AccessReason.TOKEN_INVALID.refusal();
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
