package dev.latchkey.clients;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.PhoneNumber;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone the clinic treats. Two clients of one clinic may share an e-mail. */
@Entity
public class Client extends PersonalDetails {

    @Id
    private UUID id;

    private UUID clinicId;
    private @Nullable String email;
    private @Nullable String addressKey;
    private @Nullable String externalId;
    private @Nullable String phone;
    private @Nullable Instant archivedAt;

    @Embedded
    private PortalPermission permission = PortalPermission.ALL;

    private @Nullable UUID mergedInto;
    private Instant createdAt;

    @Version
    private long version;

    Client(UUID clinicId, String givenName, String familyName, Instant now) {
        super(givenName, familyName);
        this.id = Ids.next();
        this.clinicId = clinicId;
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Client() {}

    void reachAt(@Nullable EmailAddress address) {
        this.email = address == null ? null : address.address();
        this.addressKey = address == null ? null : address.key();
    }

    void knownElsewhereAs(@Nullable String externalId) {
        this.externalId = externalId;
    }

    void reachByPhone(@Nullable PhoneNumber number) {
        this.phone = number == null ? null : number.e164();
    }

    void archive(Instant now) {
        if (archivedAt == null) {
            archivedAt = now;
        }
    }

    void restore() {
        requireNotMerged();
        archivedAt = null;
    }

    public void permit(PortalPermission permission) {
        this.permission = permission;
    }

    /** Refuses to let in a client whom the clinic lets in no more. */
    public void requirePortalAccess() {
        if (!permission.isAllowed()) {
            throw ClientReason.PORTAL_ACCESS_OFF.refusal();
        }
    }

    /** Archived from now on, if they were not before. */
    void mergeInto(Client surviving, Instant now) {
        requireNotMerged();
        archive(now);
        mergedInto = surviving.id;
    }

    /** @param archivedBefore as they were before they were merged */
    void separate(@Nullable Instant archivedBefore) {
        mergedInto = null;
        archivedAt = archivedBefore;
    }

    /** Refuses to go on with a record whose contents are another's. */
    public void requireNotMerged() {
        if (mergedInto != null) {
            throw ClientReason.CLIENT_MERGED.refusal();
        }
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

    public Optional<EmailAddress> email() {
        return Optional.ofNullable(email).map(EmailAddress::new);
    }

    public PortalPermission permission() {
        return permission;
    }

    /** Where a login link reaches them: nowhere while they are archived, or let in no more. */
    Optional<EmailAddress> reachableAt() {
        return archivedAt == null && permission.isAllowed() ? email() : Optional.empty();
    }

    @Nullable
    String externalId() {
        return externalId;
    }

    public Optional<PhoneNumber> phone() {
        return Optional.ofNullable(phone).map(PhoneNumber::new);
    }

    public @Nullable Instant archivedAt() {
        return archivedAt;
    }

    @Nullable
    UUID mergedInto() {
        return mergedInto;
    }

    Instant createdAt() {
        return createdAt;
    }
}
