package dev.latchkey.loginlinks;

import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.kernel.Secret;
import dev.latchkey.loginlinks.LoginLinkRequestsResource.LoginLinkRequestView;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RateLimitedWhenValid;
import dev.latchkey.ratelimit.RequestLimit;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/login-links/renewals")
class LoginLinkRenewalsResource {

    private final RequestingLink asking;
    private final AnswerSerialization serialization;

    LoginLinkRenewalsResource(RequestingLink asking, AnswerSerialization serialization) {
        this.asking = asking;
        this.serialization = serialization;
    }

    @POST
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    @RateLimitedWhenValid(RequestLimit.LOGIN_LINK_REQUESTS)
    @ResponseStatus(202)
    public LoginLinkRequestView renewLoginLink(@Valid @NotNull LoginLinkRenewal renewal) {
        return asking.renewLink(new Secret(renewal.token), serialization.beforeCommit(LoginLinkRequestView::of));
    }

    record LoginLinkRenewal(
            @NotNull @CodePointLength(min = 1, max = 100) String token) {}
}
