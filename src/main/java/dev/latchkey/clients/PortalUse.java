package dev.latchkey.clients;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** How far a client has come into the portal. The database writes it (20261201-0300-client-portal-use.sql, and 1200 for merges). */
@Entity
@Immutable
@Table(name = "client_portal_use")
public class PortalUse {

    static final String NEVER_INVITED = "never-invited";
    public static final String STATES = NEVER_INVITED + "|invited|signed-in";
    static final List<String> ALL_STATES = List.of(NEVER_INVITED, "invited", "signed-in");

    @Id
    private UUID clientId;

    private UUID clinicId;
    private boolean archived;
    private String familyName;
    private String givenName;
    private String state;
    private @Nullable Instant invitedAt;
    private @Nullable Instant signedInAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PortalUse() {}

    UUID clientId() {
        return clientId;
    }

    String state() {
        return state;
    }

    @Nullable
    Instant invitedAt() {
        return invitedAt;
    }

    @Nullable
    Instant signedInAt() {
        return signedInAt;
    }
}
