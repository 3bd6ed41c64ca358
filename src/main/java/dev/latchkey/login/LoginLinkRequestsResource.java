package dev.latchkey.login;

import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.web.Email;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/portals/{slug}/login-links")
class LoginLinkRequestsResource {

    private final AskingForLink asking;
    private final Clinics clinics;

    LoginLinkRequestsResource(AskingForLink asking, Clinics clinics) {
        this.asking = asking;
        this.clinics = clinics;
    }

    @POST
    @PermitAll
    @ResponseStatus(202)
    public LoginLinkRequestView requestLoginLink(@RestPath String slug, @Valid @NotNull LoginLinkAsk ask) {
        var request =
                asking.at(clinics.behind(slug), EmailAddress.parse(ask.email).orElseThrow());
        return new LoginLinkRequestView(request.ticket());
    }

    record LoginLinkAsk(@NotNull @Email String email) {}

    record LoginLinkRequestView(String requestId) {}
}
