package dev.latchkey.clinics;

import dev.latchkey.input.Email;
import dev.latchkey.input.Line;
import dev.latchkey.input.NonNullIfPresent;
import dev.latchkey.input.PhoneText;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Language;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What becomes different about a clinic. What is absent stays; what may be null is then taken away. */
public class ClinicChanges {

    @NonNullIfPresent
    @CodePointLength(max = 200)
    @Line
    public @Nullable String name;

    @NonNullIfPresent
    @TimeZoneId
    public @Nullable String timeZone;

    @NonNullIfPresent
    @Pattern(regexp = Language.CODES)
    public @Nullable String language;

    @NonNullIfPresent
    public @Nullable Boolean bookingLinkShown;

    @CodePointLength(max = 500)
    @Pattern(regexp = "https://[!-~]+")
    private @Nullable String bookingUrl;

    @PhoneText
    private @Nullable String phone;

    @CodePointLength(max = 500)
    @Pattern(regexp = "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][!#-;=?-~]*)?")
    private @Nullable String website;

    @Email
    private @Nullable String replyTo;

    private boolean changesBookingUrl;
    private boolean changesPhone;
    private boolean changesWebsite;
    private boolean changesReplyTo;

    public void setBookingUrl(@Nullable String bookingUrl) {
        this.bookingUrl = bookingUrl;
        this.changesBookingUrl = true;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
        this.changesPhone = true;
    }

    public void setWebsite(@Nullable String website) {
        this.website = website;
        this.changesWebsite = true;
    }

    public void setReplyTo(@Nullable String replyTo) {
        this.replyTo = replyTo;
        this.changesReplyTo = true;
    }

    public void applyTo(Clinic clinic) {
        if (name != null) {
            clinic.rename(name);
        }
        if (timeZone != null) {
            clinic.keepTimeOf(timeZone);
        }
        if (language != null) {
            clinic.writeIn(Language.of(language));
        }
        if (bookingLinkShown != null) {
            clinic.showBookingLink(bookingLinkShown);
        }
        if (changesBookingUrl) {
            clinic.bookAt(bookingUrl);
        }
        applyContactTo(clinic);
    }

    private void applyContactTo(Clinic clinic) {
        if (changesPhone) {
            clinic.reachByPhone(phone);
        }
        if (changesWebsite) {
            clinic.presentAt(website);
        }
        if (changesReplyTo) {
            clinic.takeRepliesAt(
                    replyTo == null ? null : EmailAddress.parse(replyTo).orElseThrow());
        }
    }
}
