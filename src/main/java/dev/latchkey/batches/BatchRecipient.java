package dev.latchkey.batches;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client of a batch. One of those who share a mailbox waits in the queue for all of them. */
@Entity
@Table(name = "login_link_batch_recipient")
class BatchRecipient {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID clinicId;

    @Column(updatable = false)
    private UUID batchId;

    @Column(updatable = false)
    private UUID clientId;

    @Column(updatable = false)
    private @Nullable String addressKey;

    @Enumerated(EnumType.STRING)
    private RecipientStatus status;

    @Column(name = "reason")
    @Enumerated(EnumType.STRING)
    private @Nullable WhyLeftOut why;

    private @Nullable UUID loginLinkId;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected BatchRecipient() {}

    void leaveOut(WhyLeftOut why) {
        this.status = RecipientStatus.LEFT_OUT;
        this.why = why;
    }

    void send(UUID loginLinkId) {
        this.status = RecipientStatus.SENT;
        this.loginLinkId = loginLinkId;
    }

    UUID id() {
        return id;
    }

    UUID clientId() {
        return clientId;
    }

    /** Of one who waits. */
    String addressKey() {
        return Objects.requireNonNull(addressKey);
    }

    RecipientStatus status() {
        return status;
    }

    @Nullable
    WhyLeftOut why() {
        return why;
    }

    @Nullable
    UUID loginLinkId() {
        return loginLinkId;
    }
}
