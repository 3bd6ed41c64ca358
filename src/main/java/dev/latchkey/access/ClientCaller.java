package dev.latchkey.access;

import dev.latchkey.tokens.Audience;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.UUID;

/** The client who is calling. Every query of a client-facing feature takes one, so that no query can forget whose rows it may show. */
@RequestScoped
public class ClientCaller {

    private final SecurityIdentity identity;

    ClientCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public UUID clinicId() {
        return principal().clinicId();
    }

    public UUID clientId() {
        return principal().subject();
    }

    public UUID sessionId() {
        return principal().sessionId();
    }

    /** That of the access token they came with. */
    public Instant tokenExpiresAt() {
        return principal().tokenExpiresAt();
    }

    private SessionPrincipal principal() {
        if (identity.getPrincipal() instanceof SessionPrincipal principal && principal.audience() == Audience.CLIENT) {
            return principal;
        }
        throw new IllegalStateException("asked for a client where none is calling");
    }
}
