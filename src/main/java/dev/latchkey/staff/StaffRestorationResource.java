package dev.latchkey.staff;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.web.PlainText;
import dev.latchkey.web.Showing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Gives a member back what suspending took. That needs the owner's password, as everything that gives rights. */
@Path("/v1/staff/members/{id}/restoration")
class StaffRestorationResource {

    private final SuspendingMember suspending;
    private final Reauthenticating reauthenticating;
    private final StaffMembers members;
    private final Clinics clinics;
    private final Showing showing;
    private final StaffCaller caller;

    StaffRestorationResource(
            SuspendingMember suspending,
            Reauthenticating reauthenticating,
            StaffMembers members,
            Clinics clinics,
            Showing showing,
            StaffCaller caller) {
        this.suspending = suspending;
        this.reauthenticating = reauthenticating;
        this.members = members;
        this.clinics = clinics;
        this.showing = showing;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Right.OWNER)
    public StaffMemberView restoreStaffMember(@RestPath UUID id, @Valid @NotNull StaffMemberRestoration wanted) {
        members.of(caller, id);
        return reauthenticating.reauthenticate(
                caller,
                new Proof(wanted.password, wanted.code),
                showing.beforeCommit(owner -> view(suspending.restore(owner, id))));
    }

    private StaffMemberView view(StaffMember member) {
        return StaffMemberView.of(member, clinics.get(member.clinicId()));
    }

    record StaffMemberRestoration(
            @NotNull @CodePointLength(min = 1, max = 128) @PlainText
            String password,

            @CodePointLength(min = 6, max = 20) @PlainText @Nullable
            String code) {}
}
