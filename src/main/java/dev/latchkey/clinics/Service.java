package dev.latchkey.clinics;

import dev.latchkey.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A service that a clinic offers, and how long it usually takes. */
@Entity
class Service {

    /** In minutes. */
    static final int SHORTEST = 5;

    /** In minutes: a day. */
    static final int LONGEST = 1440;

    @Id
    private UUID id;

    private UUID clinicId;
    private String name;
    private int durationMinutes;
    private Instant createdAt;

    @Version
    private long version;

    Service(UUID clinicId, String name, int durationMinutes, Instant now) {
        this.id = Ids.next();
        this.clinicId = clinicId;
        this.name = name;
        this.durationMinutes = durationMinutes;
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Service() {}

    void rename(String name) {
        this.name = name;
    }

    void usuallyTake(int durationMinutes) {
        this.durationMinutes = durationMinutes;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    int durationMinutes() {
        return durationMinutes;
    }

    Instant createdAt() {
        return createdAt;
    }
}
