package dev.latchkey.access;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes the token from {@code Authorization: Bearer …} (RFC 6750), and from nowhere else. */
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {

    /** The attribute of a request that says where it leads: some tokens open one path alone. */
    static final String PATH = "path";

    private static final String SCHEME = "Bearer ";

    private final EndpointTokens tokens;

    BearerAuthentication(EndpointTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().nullItem();
        }
        var token = header.substring(SCHEME.length()).strip();
        var request = new TokenAuthenticationRequest(new TokenCredential(
                token, tokens.find(context.request().method().name(), context.normalizedPath())));
        request.setAttribute(PATH, context.normalizedPath());
        return identities.authenticate(request);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"latchkey\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }
}
