package dev.latchkey.access;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import java.security.Principal;
import java.util.Set;

/** What came in {@code Authorization: Bearer …}, of which type it should be, and where it was sent: some tokens open one path alone. */
record BearerToken(TokenCredential credential, String path) {

    static BearerToken of(TokenAuthenticationRequest request, EndpointTokens endpoints) {
        var context = HttpSecurityUtils.getRoutingContextAttribute(request);
        var path = context.normalizedPath();
        var type = endpoints.find(context.request().method().name(), path);
        return new BearerToken(new TokenCredential(request.getToken().getToken().strip(), type), path);
    }

    String type() {
        return credential.getType();
    }

    String value() {
        return credential.getToken();
    }

    SecurityIdentity identity(Principal principal, Set<String> rights) {
        return identityOf(principal, rights).build();
    }

    QuarkusSecurityIdentity.Builder identityOf(Principal principal, Set<String> rights) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addCredential(credential)
                .addRoles(rights);
    }
}
