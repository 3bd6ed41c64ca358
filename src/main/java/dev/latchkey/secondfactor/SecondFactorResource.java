package dev.latchkey.secondfactor;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.http.ETags;
import dev.latchkey.input.TypedCode;
import dev.latchkey.passwords.GivenPassword;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The second factor that a staff member has, if they have one, and how they change it. */
@Path("/v1/staff/me/second-factor")
class SecondFactorResource {

    private final ChangingFactor changing;
    private final SecondFactors factors;
    private final StaffCaller caller;
    private final AnswerSerialization serialization;

    SecondFactorResource(
            ChangingFactor changing, SecondFactors factors, StaffCaller caller, AnswerSerialization serialization) {
        this.changing = changing;
        this.factors = factors;
        this.caller = caller;
        this.serialization = serialization;
    }

    @GET
    @RolesAllowed(Right.SELF)
    public SecondFactorView getSecondFactor() {
        var id = caller.staffMemberId();
        return new SecondFactorView(factors.enrolledBy(id).isPresent(), factors.recoveryCodesLeft(id));
    }

    @POST
    @Path("/recovery-codes")
    @RolesAllowed(Right.STAFF)
    @ResponseStatus(201)
    public RecoveryCodesView renewRecoveryCodes(@Valid @NotNull SecondFactorChange request) {
        return changing.renewRecoveryCodes(
                caller, request.password, request.code, serialization.beforeCommit(RecoveryCodesView::of));
    }

    @POST
    @Path("/removal")
    @RolesAllowed(Right.STAFF)
    public void removeSecondFactor(@Valid @NotNull SecondFactorChange request) {
        changing.remove(caller, request.password, request.code);
    }

    record SecondFactorChange(
            @NotNull @GivenPassword String password,

            @NotNull @CodePointLength(min = 6, max = 20) @TypedCode
            String code) {}

    record SecondFactorView(boolean enrolled, long recoveryCodesLeft) implements ETags.TaggedAnswer {}
}
