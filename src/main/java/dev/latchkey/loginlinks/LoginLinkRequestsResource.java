package dev.latchkey.loginlinks;

import dev.latchkey.clinics.Clinics;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.input.Email;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.PublicId;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RateLimitedWhenValid;
import dev.latchkey.ratelimit.RequestLimit;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/portals/{slug}/login-links")
class LoginLinkRequestsResource {

    private final RequestingLink asking;
    private final Clinics clinics;
    private final AnswerSerialization serialization;

    LoginLinkRequestsResource(RequestingLink asking, Clinics clinics, AnswerSerialization serialization) {
        this.asking = asking;
        this.clinics = clinics;
        this.serialization = serialization;
    }

    @POST
    @PermitAll
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    @RateLimitedWhenValid(RequestLimit.LOGIN_LINK_REQUESTS)
    @ResponseStatus(202)
    public LoginLinkRequestView requestLoginLink(@RestPath String slug, @Valid @NotNull LoginLinkAsk request) {
        var typed = EmailAddress.parse(request.email).orElseThrow();
        return asking.requestLink(clinics.idBySlug(slug), typed, serialization.beforeCommit(LoginLinkRequestView::of));
    }

    record LoginLinkAsk(@NotNull @Email String email) {}

    record LoginLinkRequestView(String requestId) {

        static LoginLinkRequestView of(LoginRequest request) {
            return new LoginLinkRequestView(new PublicId(request.id()).text());
        }
    }
}
