package dev.latchkey.staff;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;

/** How a staff member comes by another password. */
@Path("/v1/staff")
class StaffPasswordResource {

    private final ChangingPassword changing;
    private final StaffCaller caller;

    StaffPasswordResource(ChangingPassword changing, StaffCaller caller) {
        this.changing = changing;
        this.caller = caller;
    }

    @PUT
    @Path("/me/password")
    @RolesAllowed(Right.STAFF)
    public void changeStaffPassword(@Valid @NotNull PasswordChange wanted) {
        changing.of(caller, wanted.currentPassword, wanted.newPassword);
    }

    record PasswordChange(
            @NotNull @CodePointLength(min = 1, max = 128) String currentPassword,
            @NotNull @CodePointLength(min = 12, max = 128) String newPassword) {}
}
