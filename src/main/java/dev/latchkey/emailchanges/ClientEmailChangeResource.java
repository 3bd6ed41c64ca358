package dev.latchkey.emailchanges;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.emailchanges.EmailChangeViews.EmailChangeView;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.input.Email;
import dev.latchkey.kernel.EmailAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The one e-mail that a client is to confirm. It is no part of their record, and takes no If-Match: the later of two requests stands. */
@Path("/v1/staff/clients/{id}/email-change")
class ClientEmailChangeResource {

    private final RequestingEmailChange requesting;
    private final WithdrawingEmailChange withdrawing;
    private final EmailChangeViews views;
    private final EmailChangeLimits limits;
    private final StaffCaller caller;
    private final AnswerSerialization serialization;

    ClientEmailChangeResource(
            RequestingEmailChange requesting,
            WithdrawingEmailChange withdrawing,
            EmailChangeViews views,
            EmailChangeLimits limits,
            StaffCaller caller,
            AnswerSerialization serialization) {
        this.requesting = requesting;
        this.withdrawing = withdrawing;
        this.views = views;
        this.limits = limits;
        this.caller = caller;
        this.serialization = serialization;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public EmailChangeView getEmailChange(@RestPath UUID id) {
        return views.show(caller, id);
    }

    @PUT
    @RolesAllowed(Right.CARE)
    @ResponseStatus(202)
    public RestResponse<EmailChangeView> requestEmailChange(
            @RestPath UUID id, @Valid @NotNull EmailChangeRequest request) {
        limits.countRequest(caller, id);
        return requesting.request(
                caller,
                id,
                EmailAddress.parse(request.email).orElseThrow(),
                serialization.beforeCommit(change -> RestResponse.accepted(views.build(caller, change))));
    }

    @DELETE
    @RolesAllowed(Right.CARE)
    @Transactional
    public void cancelEmailChange(@RestPath UUID id) {
        withdrawing.withdraw(caller, id);
    }

    record EmailChangeRequest(@NotNull @Email String email) {}
}
