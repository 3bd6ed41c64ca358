package dev.latchkey.linkhistory;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.Email;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.linkhistory.LinkHistory.LoginLinkView;
import dev.latchkey.loginlinks.LoginLimits;
import dev.latchkey.loginlinks.SendingLink;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/staff/clients/{id}/login-links")
class ClientLoginLinksResource {

    private final SendingLink ordering;
    private final LinkHistory history;
    private final LoginLimits limits;
    private final StaffCaller caller;
    private final AnswerSerialization serialization;

    ClientLoginLinksResource(
            SendingLink ordering,
            LinkHistory history,
            LoginLimits limits,
            StaffCaller caller,
            AnswerSerialization serialization) {
        this.ordering = ordering;
        this.history = history;
        this.limits = limits;
        this.caller = caller;
        this.serialization = serialization;
    }

    @POST
    @RolesAllowed(Right.CARE)
    @ResponseStatus(202)
    @Idempotent
    public RestResponse<LoginLinkView> sendLoginLink(@RestPath UUID id, @Valid @NotNull LoginLinkOrder order) {
        limits.countSending(caller, id);
        return ordering.send(
                caller,
                id,
                EmailAddress.parse(order.confirmedEmail).orElseThrow(),
                serialization.beforeCommit(link -> RestResponse.accepted(
                        history.list(caller, List.of(link)).get(0))));
    }

    record LoginLinkOrder(@NotNull @Email String confirmedEmail) {}
}
