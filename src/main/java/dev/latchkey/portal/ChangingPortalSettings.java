package dev.latchkey.portal;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.ChangingRecord;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalSettings;
import dev.latchkey.portal.PortalSettingsResource.PortalSettingsView;
import dev.latchkey.sessions.EndingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes how a clinic's portal works, and ends the sessions of its clients where it goes off. */
@ApplicationScoped
class ChangingPortalSettings {

    private final Clinics clinics;
    private final ChangingRecord record;
    private final EndingSessions endingSessions;
    private final Event<PortalSwitchedOff> off;
    private final Clock clock;

    ChangingPortalSettings(
            Clinics clinics,
            ChangingRecord record,
            EndingSessions endingSessions,
            Event<PortalSwitchedOff> off,
            Clock clock) {
        this.clinics = clinics;
        this.record = record;
        this.endingSessions = endingSessions;
        this.off = off;
        this.clock = clock;
    }

    /** @param endsSessions those of clients, if the portal is off afterwards; else they last as long as they would have */
    @Transactional(Transactional.TxType.MANDATORY)
    PortalSettingsView change(
            StaffCaller caller, @Nullable String ifMatch, UnaryOperator<PortalSettings> change, boolean endsSessions) {
        var clinic = clinics.findAndLock(caller.clinicId());
        var changed = record.change(
                ifMatch,
                caller.occurrence(PortalAction.PORTAL_SETTINGS_CHANGED),
                () -> PortalSettingsView.of(clinic.portal()),
                () -> clinic.runPortal(change.apply(clinic.portal())));
        if (endsSessions && !clinic.portal().isOn()) {
            off.fire(new PortalSwitchedOff(clinic.id(), clock.instant()));
            endingSessions.endAllOfClients(clinic.id(), caller.actor(), "portal-off", clock.instant());
        }
        return changed;
    }
}
