package dev.latchkey.clinics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.latchkey.access.PortalSections;
import dev.latchkey.letterhead.OwnWords;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a clinic's portal works.
 *
 * @param offSince null while it is on
 * @param message what the clinic tells its clients while it is off
 * @param letterGreeting how its letters begin, in the clinic's own words
 * @param letterSignature how they end, in one line or more
 * @param secondQuestion what a client answers after the login link, before they are let in
 */
@Embeddable
public record PortalSettings(
        @Column(name = "portal_off_at") @Nullable Instant offSince,
        @Column(name = "portal_message") @Nullable String message,
        @Embedded PortalSections sections,
        @Nullable String letterGreeting,
        @Nullable String letterSignature,
        @Enumerated(EnumType.STRING) SecondQuestion secondQuestion) {

    static final PortalSettings NEW =
            new PortalSettings(null, null, PortalSections.ALL, null, null, SecondQuestion.NONE);

    public boolean isOn() {
        return offSince == null;
    }

    /** The message that people see: none while the portal is on. */
    public @Nullable String shownMessage() {
        return isOn() ? null : message;
    }

    public PortalSettings switchOn() {
        return new PortalSettings(null, message, sections, letterGreeting, letterSignature, secondQuestion);
    }

    /** One that is off stays off since then. */
    public PortalSettings switchOff(Instant now) {
        return isOn()
                ? new PortalSettings(now, message, sections, letterGreeting, letterSignature, secondQuestion)
                : this;
    }

    public PortalSettings tell(@Nullable String message) {
        OwnWords.requireNoLink(this.message, message);
        return new PortalSettings(offSince, message, sections, letterGreeting, letterSignature, secondQuestion);
    }

    public PortalSettings write(@Nullable String greeting, @Nullable String signature) {
        OwnWords.requireNoLink(letterGreeting, greeting);
        OwnWords.requireNoLink(letterSignature, signature);
        return new PortalSettings(offSince, message, sections, greeting, signature, secondQuestion);
    }

    public PortalSettings offer(PortalSections sections) {
        return new PortalSettings(offSince, message, sections, letterGreeting, letterSignature, secondQuestion);
    }

    public PortalSettings ask(SecondQuestion question) {
        return new PortalSettings(offSince, message, sections, letterGreeting, letterSignature, question);
    }

    /** What the clinic asks of a client who has followed a link, and has the answer to on record. */
    public enum SecondQuestion {
        NONE,
        BIRTH_YEAR,
        BIRTH_DATE;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        static SecondQuestion of(String code) {
            return Arrays.stream(values())
                    .filter(question -> question.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("none, birth-year or birth-date"));
        }

        /** As callers are told it, who are told nothing of none. */
        public @Nullable SecondQuestion orNull() {
            return this == NONE ? null : this;
        }
    }
}
