package dev.latchkey.staffadmin;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.staff.AccountAction;
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
    void change(StaffCaller caller, Clinic clinic, Consumer<Clinic> change) {
        var before = clinic.secondFactorFor();
        change.accept(clinic);
        if (clinic.secondFactorFor() != before) {
            audit.record(caller.occurrence(AccountAction.SECURITY_SETTINGS_CHANGED)
                    .because("second-factor-for-" + clinic.secondFactorFor().code()));
        }
    }
}
