package dev.latchkey.clinics;

import dev.latchkey.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A person who treats the clients of a clinic. Need not be a staff member who signs in. */
@Entity
class Practitioner {

    @Id
    private UUID id;

    private UUID clinicId;
    private String displayName;
    private Instant createdAt;

    @Version
    private long version;

    Practitioner(UUID clinicId, String displayName, Instant now) {
        this.id = Ids.next();
        this.clinicId = clinicId;
        this.displayName = displayName;
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Practitioner() {}

    void rename(String displayName) {
        this.displayName = displayName;
    }

    UUID id() {
        return id;
    }

    String displayName() {
        return displayName;
    }

    Instant createdAt() {
        return createdAt;
    }
}
