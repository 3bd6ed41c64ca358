package dev.latchkey.clinics;

import dev.latchkey.kernel.CurrencyUnit;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.Language;
import dev.latchkey.letterhead.Letterhead;
import dev.latchkey.letterhead.OwnWords;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A practice on the portal. Every row of every table belongs to exactly one. */
@Entity
@DynamicUpdate // it may get a new slug while another member changes something else
public class Clinic {

    /** Lower-case words of ASCII with a dash between them, 3 to 63 characters: it stands in addresses. */
    public static final String SLUG = "(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*";

    /** But for {@code staff}, where the staff's pages are beside a portal's at {@code /{slug}}. */
    public static final String NEW_SLUG = "(?!staff$)" + SLUG;

    public static final String NEW_SLUG_FORM =
            "must be 3 to 63 lower-case letters and digits, with single dashes between them, and not staff";

    @Id
    private UUID id;

    private String slug;
    private String name;
    private String timeZone;
    private String currency;
    private @Nullable String bookingUrl;
    private boolean bookingLinkShown = true;
    private @Nullable String phone;
    private @Nullable String website;
    private @Nullable String replyTo;
    private String language = Language.ENGLISH.code();
    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private SecondFactorFor secondFactorFor = SecondFactorFor.NOBODY;

    @Embedded
    private PortalSettings portal = PortalSettings.NEW;

    public Clinic(
            String slug,
            String name,
            String timeZone,
            CurrencyUnit currency,
            @Nullable String bookingUrl,
            Instant now) {
        this.id = Ids.next();
        this.slug = slug;
        this.name = OwnWords.requireNoLink(name);
        this.timeZone = timeZone;
        this.currency = currency.code();
        this.bookingUrl = bookingUrl;
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Clinic() {}

    void moveTo(String slug) {
        this.slug = slug;
    }

    void rename(String name) {
        this.name = name.equals(this.name) ? name : OwnWords.requireNoLink(name);
    }

    /** Appointments keep their moments, and locations their own zones; only the clinic's days are told by another clock. */
    void keepTimeOf(String timeZone) {
        this.timeZone = timeZone;
    }

    void bookAt(@Nullable String bookingUrl) {
        this.bookingUrl = bookingUrl;
    }

    void showBookingLink(boolean shown) {
        this.bookingLinkShown = shown;
    }

    void reachByPhone(@Nullable String phone) {
        this.phone = phone;
    }

    void presentAt(@Nullable String website) {
        this.website = website;
    }

    void takeRepliesAt(@Nullable EmailAddress address) {
        this.replyTo = address == null ? null : address.address();
    }

    void writeIn(Language language) {
        this.language = language.code();
    }

    /** From their next request on. */
    public void askForSecondFactor(SecondFactorFor whom) {
        this.secondFactorFor = whom;
    }

    public void runPortal(PortalSettings portal) {
        this.portal = portal;
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

    public String timeZoneId() {
        return timeZone;
    }

    /** By which the clinic's days are told. Fails if this node's Java does not know it; another node's may. */
    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    /** By which letters tell the time, with the name of the zone: one that is not known here must keep no one from signing in. */
    public ZoneId timeZoneOfLetters() {
        return ZoneRulesProvider.getAvailableZoneIds().contains(timeZone) ? timeZone() : ZoneId.of("UTC");
    }

    public CurrencyUnit currency() {
        return CurrencyUnit.of(currency);
    }

    public @Nullable String bookingUrl() {
        return bookingUrl;
    }

    public boolean isBookingLinkShown() {
        return bookingLinkShown;
    }

    /** Where new clients book, if the clinic shows it. */
    public @Nullable String shownBookingUrl() {
        return bookingLinkShown ? bookingUrl : null;
    }

    /** As people there write it. */
    public @Nullable String phone() {
        return phone;
    }

    public @Nullable String website() {
        return website;
    }

    /** Where answers to the clinic's letters go. */
    public Optional<EmailAddress> replyTo() {
        return Optional.ofNullable(replyTo).map(EmailAddress::new);
    }

    /** Of letters to people who have chosen none. */
    public Language language() {
        return Language.of(language);
    }

    /** Of its letters in that language. */
    public Letterhead letterhead(Language written) {
        return new Letterhead(name, replyTo, phone, portal.letterGreeting(), portal.letterSignature(), written);
    }

    public SecondFactorFor secondFactorFor() {
        return secondFactorFor;
    }

    public PortalSettings portal() {
        return portal;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
