package dev.latchkey.clinics;

import dev.latchkey.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place where a clinic sees its clients, with its time zone. */
@Entity
class Location {

    @Id
    private UUID id;

    private UUID clinicId;
    private String name;
    private @Nullable String address;
    private @Nullable String phone;
    private @Nullable String directions;
    private @Nullable String openingHours;
    private String timeZone;
    private Instant createdAt;

    @Version
    private long version;

    Location(UUID clinicId, String name, @Nullable String address, String timeZone, Instant now) {
        this.id = Ids.next();
        this.clinicId = clinicId;
        this.name = name;
        this.address = address;
        this.timeZone = timeZone;
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Location() {}

    void rename(String name) {
        this.name = name;
    }

    void moveTo(@Nullable String address) {
        this.address = address;
    }

    /** Appointments made before keep their moment; only the clock they are read by is another. */
    void keepTimeOf(String timeZone) {
        this.timeZone = timeZone;
    }

    void reachByPhone(@Nullable String phone) {
        this.phone = phone;
    }

    void describeWay(@Nullable String directions) {
        this.directions = directions;
    }

    void openAt(@Nullable String openingHours) {
        this.openingHours = openingHours;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    @Nullable
    String address() {
        return address;
    }

    @Nullable
    String phone() {
        return phone;
    }

    @Nullable
    String directions() {
        return directions;
    }

    @Nullable
    String openingHours() {
        return openingHours;
    }

    String timeZone() {
        return timeZone;
    }

    Instant createdAt() {
        return createdAt;
    }
}
