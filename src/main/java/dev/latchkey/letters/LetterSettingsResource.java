package dev.latchkey.letters;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.ChangingRecord;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalSettings;
import dev.latchkey.http.ETags;
import dev.latchkey.input.Line;
import dev.latchkey.input.MultilineText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** What the clinic's letters say in its own words. */
@Path("/v1/staff/letter-settings")
class LetterSettingsResource {

    private final Clinics clinics;
    private final ChangingRecord record;
    private final StaffCaller caller;

    LetterSettingsResource(Clinics clinics, ChangingRecord record, StaffCaller caller) {
        this.clinics = clinics;
        this.record = record;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CLINIC)
    public LetterSettingsView getLetterSettings() {
        return LetterSettingsView.of(clinics.get(caller.clinicId()).portal());
    }

    @PATCH
    @RolesAllowed(Right.CLINIC)
    @Transactional
    public LetterSettingsView changeLetterSettings(
            @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull LetterSettingsChanges request) {
        var clinic = clinics.findAndLock(caller.clinicId());
        return record.change(
                ifMatch,
                caller.occurrence(LetterSettingsAction.LETTER_SETTINGS_CHANGED),
                () -> LetterSettingsView.of(clinic.portal()),
                () -> clinic.runPortal(request.applyTo(clinic.portal())));
    }

    /** What is absent stays; null is taken away. */
    static class LetterSettingsChanges {

        @CodePointLength(max = 200)
        @Line
        private @Nullable String greeting;

        @CodePointLength(max = 500)
        @MultilineText
        @Pattern(regexp = "[^\n]*(\n[^\n]*){0,5}", message = "must have no more than 6 lines")
        private @Nullable String signature;

        private boolean changesGreeting;
        private boolean changesSignature;

        public void setGreeting(@Nullable String greeting) {
            this.greeting = greeting;
            this.changesGreeting = true;
        }

        public void setSignature(@Nullable String signature) {
            this.signature = signature;
            this.changesSignature = true;
        }

        PortalSettings applyTo(PortalSettings settings) {
            return settings.write(
                    changesGreeting ? greeting : settings.letterGreeting(),
                    changesSignature ? signature : settings.letterSignature());
        }
    }

    record LetterSettingsView(
            @Nullable String greeting, @Nullable String signature) implements ETags.TaggedAnswer {

        static LetterSettingsView of(PortalSettings settings) {
            return new LetterSettingsView(settings.letterGreeting(), settings.letterSignature());
        }
    }
}
