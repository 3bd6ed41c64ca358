package dev.latchkey.staffsignin;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.passwords.DeviceTokens;
import dev.latchkey.passwords.GivenPassword;
import dev.latchkey.passwords.NewPassword;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestResponse;

/** How a staff member who is signed in changes the password. */
@Path("/v1/staff/me/password")
class StaffPasswordResource {

    private final ChangingPassword changing;
    private final DeviceTokens devices;
    private final AnswerSerialization serialization;
    private final StaffCaller caller;

    StaffPasswordResource(
            ChangingPassword changing, DeviceTokens devices, AnswerSerialization serialization, StaffCaller caller) {
        this.changing = changing;
        this.devices = devices;
        this.serialization = serialization;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(Right.STAFF)
    public RestResponse<Void> changeStaffPassword(@Valid @NotNull PasswordChange request) {
        return changing.change(
                caller, request.currentPassword, request.newPassword, serialization.beforeCommit(devices::issueAlone));
    }

    record PasswordChange(
            @NotNull @GivenPassword String currentPassword,

            @NotNull @CodePointLength(min = 12, max = 128) @NewPassword
            String newPassword) {}
}
