package dev.latchkey.secondfactor;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.http.Confidential;
import dev.latchkey.input.TypedCode;
import dev.latchkey.passwords.GivenPassword;
import dev.latchkey.secondfactor.EnrollingFactor.StartedEnrolment;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;

/** How a staff member takes up a second factor: a key for their app, and a code of it. */
@Path("/v1/staff/me/second-factor")
class SecondFactorEnrolmentResource {

    private final EnrollingFactor enrolling;
    private final StaffCaller caller;
    private final AnswerSerialization serialization;

    SecondFactorEnrolmentResource(EnrollingFactor enrolling, StaffCaller caller, AnswerSerialization serialization) {
        this.enrolling = enrolling;
        this.caller = caller;
        this.serialization = serialization;
    }

    @POST
    @Path("/enrolment")
    @RolesAllowed(Right.SELF)
    @ResponseStatus(201)
    public SecondFactorEnrolmentView startSecondFactor(@Valid @NotNull SecondFactorStart request) {
        return enrolling.start(caller, request.password, serialization.beforeCommit(SecondFactorEnrolmentView::of));
    }

    @POST
    @Path("/confirmation")
    @RolesAllowed(Right.SELF)
    public RecoveryCodesView confirmSecondFactor(@Valid @NotNull SecondFactorConfirmation request) {
        return enrolling.confirm(caller, request.code, serialization.beforeCommit(RecoveryCodesView::of));
    }

    record SecondFactorStart(@NotNull @GivenPassword String password) {}

    record SecondFactorConfirmation(
            @NotNull @CodePointLength(min = 6, max = 20) @TypedCode
            String code) {}

    record SecondFactorEnrolmentView(String secret, String otpauthUri) implements Confidential {

        /** As authenticator apps read it (Google's Key Uri Format). The clinic and the address tell one entry of an app from another. */
        static SecondFactorEnrolmentView of(StartedEnrolment started) {
            var secret = started.key().base32();
            var issuer = encoded(started.clinicName());
            var account = encoded(started.member().email().address());
            return new SecondFactorEnrolmentView(
                    secret,
                    "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                            .formatted(issuer, account, secret, issuer, TotpKey.DIGITS, TotpKey.STEP.toSeconds()));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
