package dev.latchkey.staffadmin;

import static dev.latchkey.clinics.SecondFactorFor.NOBODY;
import static dev.latchkey.clinics.SecondFactorFor.OWNERS;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.SecondFactorFor;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.http.ETags;
import dev.latchkey.input.InvalidRequest;
import dev.latchkey.input.NonNullIfPresent;
import dev.latchkey.input.TypedCode;
import dev.latchkey.passwords.GivenPassword;
import dev.latchkey.secondfactor.Proof;
import dev.latchkey.secondfactor.Reauthenticating;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** What a clinic asks of its staff when they sign in. */
@Path("/v1/staff/security-settings")
class SecuritySettingsResource {

    private final ChangingSecuritySettings changing;
    private final Reauthenticating reauthenticating;
    private final Clinics clinics;
    private final ETags etags;
    private final AnswerSerialization serialization;
    private final StaffCaller caller;

    SecuritySettingsResource(
            ChangingSecuritySettings changing,
            Reauthenticating reauthenticating,
            Clinics clinics,
            ETags etags,
            AnswerSerialization serialization,
            StaffCaller caller) {
        this.changing = changing;
        this.reauthenticating = reauthenticating;
        this.clinics = clinics;
        this.etags = etags;
        this.serialization = serialization;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.OWNER)
    public SecuritySettingsView getSecuritySettings() {
        return SecuritySettingsView.of(clinics.get(caller.clinicId()));
    }

    /** What they have not seen is refused before they show anything, and once more when the row is locked. */
    @PATCH
    @RolesAllowed(Right.OWNER)
    public SecuritySettingsView changeSecuritySettings(
            @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull SecuritySettingsChanges request) {
        etags.require(ifMatch, getSecuritySettings());
        return reauthenticating.reauthenticate(
                caller, new Proof(request.password, request.code), serialization.beforeCommit(owner -> {
                    etags.require(ifMatch, getSecuritySettings());
                    var clinic = clinics.get(caller.clinicId());
                    changing.change(caller, clinic, request::applyTo);
                    return SecuritySettingsView.of(clinic);
                }));
    }

    /** What is absent stays. */
    static class SecuritySettingsChanges {

        @NonNullIfPresent
        public @Nullable SecondFactorFor secondFactorFor;

        /** What the other one was called when there were two answers. */
        @NonNullIfPresent
        public @Nullable Boolean ownersNeedSecondFactor;

        @NotNull
        @GivenPassword
        public String password = "";

        @CodePointLength(min = 6, max = 20)
        @TypedCode
        public @Nullable String code;

        void applyTo(Clinic clinic) {
            if (secondFactorFor != null && ownersNeedSecondFactor != null) {
                throw new InvalidRequest("/ownersNeedSecondFactor", "invalid", "Send secondFactorFor alone.");
            }
            if (secondFactorFor != null) {
                clinic.askForSecondFactor(secondFactorFor);
            }
            if (ownersNeedSecondFactor != null && ownersNeedSecondFactor != (clinic.secondFactorFor() != NOBODY)) {
                clinic.askForSecondFactor(ownersNeedSecondFactor ? OWNERS : NOBODY);
            }
        }
    }

    /** @param ownersNeedSecondFactor whether any member needs one, for callers who read no other member */
    record SecuritySettingsView(SecondFactorFor secondFactorFor, boolean ownersNeedSecondFactor)
            implements ETags.TaggedAnswer {

        static SecuritySettingsView of(Clinic clinic) {
            return new SecuritySettingsView(clinic.secondFactorFor(), clinic.secondFactorFor() != NOBODY);
        }
    }
}
