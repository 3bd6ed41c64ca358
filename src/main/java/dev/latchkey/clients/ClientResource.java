package dev.latchkey.clients;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.input.Email;
import dev.latchkey.input.Line;
import dev.latchkey.input.NonNullIfPresent;
import dev.latchkey.kernel.EmailAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/clients/{id}")
class ClientResource {

    private final Clients clients;
    private final ChangingClient changing;
    private final ClientViews views;
    private final StaffCaller caller;

    ClientResource(Clients clients, ChangingClient changing, ClientViews views, StaffCaller caller) {
        this.clients = clients;
        this.changing = changing;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public ClientView getClient(@RestPath UUID id) {
        return views.show(caller, clients.get(caller, id));
    }

    @PATCH
    @RolesAllowed(Right.CARE)
    @Transactional
    public ClientView changeClient(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ClientChanges request) {
        return changing.change(caller, id, ifMatch, request::applyTo);
    }

    /** What is absent stays; an e-mail or externalId of null is taken away. */
    static class ClientChanges {

        @NonNullIfPresent
        @CodePointLength(max = 100)
        @Line
        public @Nullable String givenName;

        @NonNullIfPresent
        @CodePointLength(max = 100)
        @Line
        public @Nullable String familyName;

        @Email
        private @Nullable String email;

        @CodePointLength(max = 100)
        @Line
        private @Nullable String externalId;

        private boolean changesEmail;
        private boolean changesExternalId;

        public void setEmail(@Nullable String email) {
            this.email = email;
            this.changesEmail = true;
        }

        public void setExternalId(@Nullable String externalId) {
            this.externalId = externalId;
            this.changesExternalId = true;
        }

        void applyTo(Client client) {
            client.rename(
                    givenName == null ? client.givenName() : givenName,
                    familyName == null ? client.familyName() : familyName);
            if (changesEmail) {
                client.reachAt(email == null ? null : EmailAddress.parse(email).orElseThrow());
            }
            if (changesExternalId) {
                client.knownElsewhereAs(externalId);
            }
        }
    }
}
