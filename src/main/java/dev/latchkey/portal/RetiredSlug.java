package dev.latchkey.portal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A slug that a clinic gave up. The database writes it down with the change, and keeps others from it for a year. */
@Entity
class RetiredSlug {

    @Id
    private String slug;

    private UUID clinicId;
    private Instant retiredAt;
    private boolean redirects;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected RetiredSlug() {}

    /** Until it is stopped, or another clinic has the slug. */
    void startRedirect() {
        redirects = true;
    }

    void stopRedirect() {
        redirects = false;
    }

    String slug() {
        return slug;
    }

    Instant retiredAt() {
        return retiredAt;
    }

    boolean isRedirecting() {
        return redirects;
    }
}
