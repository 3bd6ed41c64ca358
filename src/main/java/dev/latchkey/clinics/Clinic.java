package dev.latchkey.clinics;

import dev.latchkey.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A practice on the portal. Every row of every table belongs to exactly one. */
@Entity
public class Clinic {

    /** Lower-case words of ASCII with a dash between them, 3 to 63 characters: it stands in addresses. */
    public static final String SLUG = "(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*";

    @Id
    private UUID id;

    private String slug;
    private String name;
    private ZoneId timeZone;
    private Currency currency;
    private @Nullable String bookingUrl;

    @Enumerated(EnumType.STRING)
    private SecondFactorFor secondFactorFor = SecondFactorFor.NOBODY;

    private Instant createdAt;

    public Clinic(
            String slug, String name, ZoneId timeZone, Currency currency, @Nullable String bookingUrl, Instant now) {
        this.id = Ids.next();
        this.slug = slug;
        this.name = name;
        this.timeZone = timeZone;
        this.currency = currency;
        this.bookingUrl = bookingUrl;
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Clinic() {}

    /** From their next request on. */
    public void askForSecondFactor(SecondFactorFor whom) {
        this.secondFactorFor = whom;
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public ZoneId timeZone() {
        return timeZone;
    }

    public Currency currency() {
        return currency;
    }

    public @Nullable String bookingUrl() {
        return bookingUrl;
    }

    public SecondFactorFor secondFactorFor() {
        return secondFactorFor;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
