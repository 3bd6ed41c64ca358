package dev.latchkey.emailchanges;

import dev.latchkey.clinics.Clinics;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.kernel.Secret;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;

/** How a client confirms an e-mail: by the token of the letter that was sent there. */
@Path("/v1/email-confirmations")
class EmailConfirmationsResource {

    private final ConfirmingEmail confirming;
    private final EmailChangeLimits limits;
    private final Clinics clinics;
    private final AnswerSerialization serialization;

    EmailConfirmationsResource(
            ConfirmingEmail confirming, EmailChangeLimits limits, Clinics clinics, AnswerSerialization serialization) {
        this.confirming = confirming;
        this.limits = limits;
        this.clinics = clinics;
        this.serialization = serialization;
    }

    @POST
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    public ConfirmedEmailView confirmEmail(@Valid @NotNull EmailConfirmation request) {
        var answer = serialization.beforeCommit(this::answer);
        return limits.countWrongSecrets(() -> confirming.confirm(new Secret(request.token), answer));
    }

    private ConfirmedEmailView answer(EmailChange change) {
        return new ConfirmedEmailView(
                clinics.get(change.clinicId()).name(), change.email().masked());
    }

    record EmailConfirmation(
            @NotNull @CodePointLength(min = 1, max = 100) String token) {}

    /** Nothing of the client: the letter may have gone to a stranger, who says that it is theirs. */
    record ConfirmedEmailView(String clinicName, String email) {}
}
