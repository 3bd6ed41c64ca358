package dev.latchkey.access;

import dev.latchkey.kernel.Secret;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The opaque token the caller came with: that of a profile choice, if it is one at all. */
@RequestScoped
public class ChoiceToken {

    static final String TYPE = "choice";

    private final SecurityIdentity identity;

    ChoiceToken(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Secret secret() {
        return new Secret(identity.getCredential(TokenCredential.class).getToken());
    }
}
