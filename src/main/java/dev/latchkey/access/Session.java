package dev.latchkey.access;

import dev.latchkey.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a redeemed login link opens for one client, or a password for one staff member. */
@Entity
public class Session {

    /** Absolute, whatever happens in between (LOGIN.md; NIST SP 800-63B, 4.2.3). */
    static final Duration LIFETIME = Duration.ofHours(12);

    @Id
    private UUID id;

    private UUID clinicId;
    private @Nullable UUID clientId;
    private @Nullable UUID staffMemberId;

    @Enumerated(EnumType.STRING)
    private @Nullable Role role;

    /** Unique: one session per link, whoever clicks how often. */
    private @Nullable UUID loginLinkId;

    private Instant openedAt;
    private Instant endsAt;
    private @Nullable Instant endedAt;

    private Session(UUID clinicId, Instant now) {
        this.id = Ids.next();
        this.clinicId = clinicId;
        this.openedAt = now;
        this.endsAt = now.plus(LIFETIME);
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Session() {}

    public static Session ofClient(UUID clinicId, UUID clientId, UUID loginLinkId, Instant now) {
        var session = new Session(clinicId, now);
        session.clientId = clientId;
        session.loginLinkId = loginLinkId;
        return session;
    }

    public static Session ofStaff(UUID clinicId, UUID staffMemberId, Role role, Instant now) {
        var session = new Session(clinicId, now);
        session.staffMemberId = staffMemberId;
        session.role = role;
        return session;
    }

    UUID id() {
        return id;
    }

    Instant openedAt() {
        return openedAt;
    }

    Audience audience() {
        return clientId == null ? Audience.STAFF : Audience.CLIENT;
    }

    UUID subject() {
        return Objects.requireNonNull(clientId == null ? staffMemberId : clientId);
    }
}
