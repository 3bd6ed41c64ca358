package dev.latchkey.files;

import dev.latchkey.clients.Client;
import dev.latchkey.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of one client: shared with them or kept by the clinic, or the client's own. Its bytes are in the {@link Vault}. */
@Entity
class Document {

    /** 100 MB: a product rule, which the contract says too. */
    static final long LARGEST = 100L * 1024 * 1024;

    @Id
    private UUID id;

    private UUID clinicId;
    private UUID clientId;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private String name;
    private String mediaType;
    private long size;
    private byte[] sha256;
    private String vaultKey;

    /** The staff member; null if the client uploaded it. */
    private @Nullable UUID uploadedBy;

    private Instant uploadedAt;

    /** Since when the client may see it; what the client brought, they always may. */
    private @Nullable Instant sharedAt;

    @Version
    private long version;

    /** What the clinic's staff member brought: private until shared. */
    Document(Client client, FileName name, StoredFile bytes, UUID uploadedBy, Instant now) {
        this.id = Ids.next();
        this.clinicId = client.clinicId();
        this.clientId = client.id();
        this.origin = Origin.CLINIC;
        this.name = name.text();
        this.mediaType = bytes.content().mediaType();
        this.size = bytes.content().size();
        this.sha256 = bytes.content().sha256();
        this.vaultKey = bytes.vaultKey();
        this.uploadedBy = uploadedBy;
        this.uploadedAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Document() {}

    /** Refuses to touch the client's own area, which staff only read. */
    void requireOfClinic() {
        if (origin == Origin.CLIENT) {
            throw FileReason.FILE_OF_CLIENT.refusal();
        }
    }

    void rename(FileName name) {
        this.name = name.text();
    }

    void share(boolean shared, Instant now) {
        if (!shared) {
            sharedAt = null;
        } else if (sharedAt == null) {
            sharedAt = now;
        }
    }

    UUID id() {
        return id;
    }

    UUID clinicId() {
        return clinicId;
    }

    UUID clientId() {
        return clientId;
    }

    Origin origin() {
        return origin;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    long size() {
        return size;
    }

    /** The bytes and nothing else, so that a renamed file need not be fetched again. */
    String contentTag() {
        return '"' + HexFormat.of().formatHex(sha256) + '"';
    }

    String vaultKey() {
        return vaultKey;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    @Nullable
    Instant sharedAt() {
        return sharedAt;
    }
}
