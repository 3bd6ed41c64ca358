package dev.latchkey.clinics;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.web.ETags;
import dev.latchkey.web.Omissible;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** What a clinic asks of its own staff at the door. */
@Path("/v1/staff/security-settings")
class SecuritySettingsResource {

    private final ChangingSecuritySettings changing;
    private final Clinics clinics;
    private final ETags etags;
    private final StaffCaller caller;

    SecuritySettingsResource(ChangingSecuritySettings changing, Clinics clinics, ETags etags, StaffCaller caller) {
        this.changing = changing;
        this.clinics = clinics;
        this.etags = etags;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.OWNER)
    public SecuritySettingsView getSecuritySettings() {
        return SecuritySettingsView.of(clinics.get(caller.clinicId()));
    }

    @PATCH
    @RolesAllowed(Right.OWNER)
    @Transactional
    public SecuritySettingsView changeSecuritySettings(
            @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull SecuritySettingsChanges wanted) {
        var clinic = clinics.get(caller.clinicId());
        etags.require(ifMatch, SecuritySettingsView.of(clinic));
        changing.by(caller, clinic, wanted::applyTo);
        return SecuritySettingsView.of(clinic);
    }

    /** What is absent stays. */
    static class SecuritySettingsChanges {

        @Omissible
        public @Nullable Boolean ownersNeedSecondFactor;

        void applyTo(Clinic clinic) {
            if (ownersNeedSecondFactor != null) {
                clinic.askForSecondFactor(ownersNeedSecondFactor ? SecondFactorFor.OWNERS : SecondFactorFor.NOBODY);
            }
        }
    }

    record SecuritySettingsView(boolean ownersNeedSecondFactor) implements ETags.Tagged {

        static SecuritySettingsView of(Clinic clinic) {
            return new SecuritySettingsView(clinic.secondFactorFor() != SecondFactorFor.NOBODY);
        }
    }
}
