package dev.latchkey.clinics;

import dev.latchkey.access.PortalSections;
import dev.latchkey.letterhead.OwnWords;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a clinic's portal works.
 *
 * @param offSince null while it is on
 * @param message what the clinic tells its clients while it is off
 * @param letterGreeting how its letters begin, in the clinic's own words
 * @param letterSignature how they end, in one line or more
 */
@Embeddable
public record PortalSettings(
        @Column(name = "portal_off_at") @Nullable Instant offSince,
        @Column(name = "portal_message") @Nullable String message,
        @Embedded PortalSections sections,
        @Nullable String letterGreeting,
        @Nullable String letterSignature) {

    static final PortalSettings NEW = new PortalSettings(null, null, PortalSections.ALL, null, null);

    public boolean isOn() {
        return offSince == null;
    }

    /** The message that people see: none while the portal is on. */
    public @Nullable String shownMessage() {
        return isOn() ? null : message;
    }

    public PortalSettings switchOn() {
        return new PortalSettings(null, message, sections, letterGreeting, letterSignature);
    }

    /** One that is off stays off since then. */
    public PortalSettings switchOff(Instant now) {
        return isOn() ? new PortalSettings(now, message, sections, letterGreeting, letterSignature) : this;
    }

    public PortalSettings tell(@Nullable String message) {
        OwnWords.requireNoLink(this.message, message);
        return new PortalSettings(offSince, message, sections, letterGreeting, letterSignature);
    }

    public PortalSettings write(@Nullable String greeting, @Nullable String signature) {
        OwnWords.requireNoLink(letterGreeting, greeting);
        OwnWords.requireNoLink(letterSignature, signature);
        return new PortalSettings(offSince, message, sections, greeting, signature);
    }

    public PortalSettings offer(PortalSections sections) {
        return new PortalSettings(offSince, message, sections, letterGreeting, letterSignature);
    }
}
