package dev.latchkey.portal;

import dev.latchkey.access.PortalSections;
import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalSettings;
import dev.latchkey.clinics.PortalSettings.SecondQuestion;
import dev.latchkey.http.ETags;
import dev.latchkey.input.InvalidRequest;
import dev.latchkey.input.MultilineText;
import dev.latchkey.input.NonNullIfPresent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** How the clinic's portal works: whether it is on, and what clients find there. */
@Path("/v1/staff/portal-settings")
class PortalSettingsResource {

    private final Clinics clinics;
    private final ChangingPortalSettings changing;
    private final StaffCaller caller;
    private final Clock clock;

    PortalSettingsResource(Clinics clinics, ChangingPortalSettings changing, StaffCaller caller, Clock clock) {
        this.clinics = clinics;
        this.changing = changing;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Right.STAFF)
    public PortalSettingsView getPortalSettings() {
        return PortalSettingsView.of(clinics.get(caller.clinicId()).portal());
    }

    @PATCH
    @RolesAllowed(Right.CLINIC)
    @Transactional
    public PortalSettingsView changePortalSettings(
            @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull PortalSettingsChanges request) {
        request.requireSense();
        return changing.change(
                caller, ifMatch, settings -> request.applyTo(settings, clock.instant()), request.endsSessions());
    }

    /** What is absent stays; a message of null is taken away. */
    static class PortalSettingsChanges {

        @NonNullIfPresent
        public @Nullable Boolean on;

        @NonNullIfPresent
        public @Nullable Boolean endSessions;

        @NonNullIfPresent
        @Valid
        public @Nullable SectionChanges sections;

        @NonNullIfPresent
        public @Nullable SecondQuestion secondQuestion;

        @CodePointLength(max = 1000)
        @MultilineText
        private @Nullable String message;

        private boolean changesMessage;

        public void setMessage(@Nullable String message) {
            this.message = message;
            this.changesMessage = true;
        }

        void requireSense() {
            if (endSessions != null && !Boolean.FALSE.equals(on)) {
                throw new InvalidRequest("/endSessions", "invalid", "Send it with on: false alone.");
            }
        }

        boolean endsSessions() {
            return Boolean.FALSE.equals(on) && !Boolean.FALSE.equals(endSessions);
        }

        PortalSettings applyTo(PortalSettings settings, Instant now) {
            var changed = settings;
            if (on != null) {
                changed = on ? changed.switchOn() : changed.switchOff(now);
            }
            if (changesMessage) {
                changed = changed.tell(message);
            }
            if (secondQuestion != null) {
                changed = changed.ask(secondQuestion);
            }
            return sections == null ? changed : changed.offer(sections.applyTo(changed.sections()));
        }
    }

    record PortalSettingsView(
            boolean on,
            @Nullable Instant offSince,
            @Nullable String message,
            PortalSections sections,
            SecondQuestion secondQuestion)
            implements ETags.TaggedAnswer {

        static PortalSettingsView of(PortalSettings settings) {
            return new PortalSettingsView(
                    settings.isOn(),
                    settings.offSince(),
                    settings.message(),
                    settings.sections(),
                    settings.secondQuestion());
        }
    }
}
