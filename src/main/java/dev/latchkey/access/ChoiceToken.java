package dev.latchkey.access;

import dev.latchkey.kernel.Secret;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The opaque token the caller came with: that of a profile choice, if it is one at all. */
@RequestScoped
public class ChoiceToken {

    /** The one address that takes such a token; everywhere else it is no token at all. */
    static final String PATH = "/v1/sessions/profile-choice";

    static final String TYPE = "choice";

    private final SecurityIdentity identity;

    ChoiceToken(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Secret secret() {
        return new Secret(identity.getCredential(TokenCredential.class).getToken());
    }
}
