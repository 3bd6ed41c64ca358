package dev.latchkey.staff;

import dev.latchkey.access.Audit;
import dev.latchkey.access.AuditedAct;
import dev.latchkey.access.Occurrence;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** Changes what a clinic asks of its staff, and puts on record who did. */
@ApplicationScoped
class ChangingSecuritySettings {

    private final Audit audit;

    ChangingSecuritySettings(Audit audit) {
        this.audit = audit;
    }

    /** Runs in the caller's transaction. */
    void by(StaffCaller caller, Clinic clinic, Consumer<Clinic> change) {
        var before = clinic.secondFactorFor();
        change.accept(clinic);
        if (clinic.secondFactorFor() != before) {
            audit.record(Occurrence.of(AuditedAct.SECURITY_SETTINGS_CHANGED, caller)
                    .because("second-factor-for-" + clinic.secondFactorFor().code()));
        }
    }
}
