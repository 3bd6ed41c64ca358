package dev.latchkey.secondfactor;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.http.Confidential;
import dev.latchkey.http.ETags;
import dev.latchkey.input.PlainText;
import dev.latchkey.secondfactor.EnrollingFactor.StartedEnrolment;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/staff/me/second-factor")
class SecondFactorResource {

    private final EnrollingFactor enrolling;
    private final ChangingFactor changing;
    private final SecondFactors factors;
    private final StaffCaller caller;
    private final AnswerSerialization serialization;

    SecondFactorResource(
            EnrollingFactor enrolling,
            ChangingFactor changing,
            SecondFactors factors,
            StaffCaller caller,
            AnswerSerialization serialization) {
        this.enrolling = enrolling;
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

    record SecondFactorStart(
            @NotNull @CodePointLength(min = 1, max = 128) @PlainText
            String password) {}

    record SecondFactorConfirmation(
            @NotNull @CodePointLength(min = 6, max = 20) @PlainText
            String code) {}

    record SecondFactorChange(
            @NotNull @CodePointLength(min = 1, max = 128) @PlainText
            String password,

            @NotNull @CodePointLength(min = 6, max = 20) @PlainText
            String code) {}

    record SecondFactorView(boolean enrolled, long recoveryCodesLeft) implements ETags.TaggedAnswer {}

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

    record RecoveryCodesView(List<String> recoveryCodes) implements Confidential {

        static RecoveryCodesView of(List<RecoveryCode> codes) {
            return new RecoveryCodesView(codes.stream().map(RecoveryCode::shown).toList());
        }
    }
}
