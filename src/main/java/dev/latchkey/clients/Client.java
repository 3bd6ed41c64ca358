package dev.latchkey.clients;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone the clinic treats. Two clients of one clinic may share an e-mail. */
@Entity
public class Client {

    @Id
    private UUID id;

    private UUID clinicId;
    private String givenName;
    private String familyName;
    private @Nullable String email;
    private @Nullable String addressKey;
    private @Nullable String externalId;
    private @Nullable Instant archivedAt;
    private Instant createdAt;

    @Version
    private long version;

    Client(UUID clinicId, String givenName, String familyName, Instant now) {
        this.id = Ids.next();
        this.clinicId = clinicId;
        this.givenName = givenName;
        this.familyName = familyName;
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Client() {}

    void rename(String givenName, String familyName) {
        this.givenName = givenName;
        this.familyName = familyName;
    }

    void reachAt(@Nullable EmailAddress address) {
        this.email = address == null ? null : address.address();
        this.addressKey = address == null ? null : address.key();
    }

    void knownElsewhereAs(@Nullable String externalId) {
        this.externalId = externalId;
    }

    void archive(Instant now) {
        if (archivedAt == null) {
            archivedAt = now;
        }
    }

    void restore() {
        archivedAt = null;
    }

    /** Refuses to start anything new for a client who is archived. */
    public void requireActive() {
        if (archivedAt != null) {
            throw ClientReason.CLIENT_ARCHIVED.refusal();
        }
    }

    public UUID id() {
        return id;
    }

    public UUID clinicId() {
        return clinicId;
    }

    public String displayName() {
        return givenName + " " + familyName;
    }

    public Optional<EmailAddress> email() {
        return Optional.ofNullable(email).map(EmailAddress::new);
    }

    String givenName() {
        return givenName;
    }

    String familyName() {
        return familyName;
    }

    @Nullable
    String externalId() {
        return externalId;
    }

    @Nullable
    Instant archivedAt() {
        return archivedAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
