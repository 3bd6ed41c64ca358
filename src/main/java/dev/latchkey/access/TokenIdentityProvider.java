package dev.latchkey.access;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.tokens.AccessTokenClaims;
import dev.latchkey.tokens.AccessTokenVerifier;
import dev.latchkey.tokens.TokenReason;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Finds who sent a token: a client or staff member with a live session, the operator, or the holder of an opaque token. */
@ApplicationScoped
class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private final EndpointTokens endpoints;
    private final AccessTokenVerifier tokens;
    private final SessionIdentities sessions;
    private final OperatorKey operatorKey;

    TokenIdentityProvider(
            EndpointTokens endpoints, AccessTokenVerifier tokens, SessionIdentities sessions, OperatorKey operatorKey) {
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.sessions = sessions;
        this.operatorKey = operatorKey;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** The framework's own, which asks for no session and logs what it refuses, is never reached: it has the default, which is one less. */
    @Override
    public int priority() {
        return SYSTEM_FIRST + 2;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var token = BearerToken.of(request, endpoints);
        return context.runBlocking(() -> identify(token));
    }

    private SecurityIdentity identify(BearerToken token) {
        try {
            return switch (token.type()) {
                case ChoiceToken.TYPE -> token.identity(new QuarkusPrincipal("choice"), Set.of(Right.CHOICE));
                case OperatorKey.TYPE -> atTheOperatorsDoor(token);
                case SignOutToken.TYPE -> sessions.identifyOnTheWayOut(token, tokens.verify(token.value()));
                default -> sessions.identify(token, tokens.verify(token.value()));
            };
        } catch (Refusal refusal) {
            throw new AuthenticationFailedException(refusal);
        }
    }

    /** A caller with a token of ours does not guess the key, even if that has ended. */
    private SecurityIdentity atTheOperatorsDoor(BearerToken token) {
        AccessTokenClaims claims;
        try {
            claims = tokens.verify(token.value());
        } catch (Refusal notOurs) {
            if (notOurs.reason() != TokenReason.TOKEN_INVALID) {
                throw notOurs;
            }
            operatorKey.require(token.value());
            return token.identity(new QuarkusPrincipal("operator"), Set.of(Right.OPERATOR));
        }
        return sessions.identify(token, claims);
    }
}
