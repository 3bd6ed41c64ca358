package dev.latchkey.clients;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.http.ETags;
import dev.latchkey.input.Email;
import dev.latchkey.input.NonNullIfPresent;
import dev.latchkey.input.PlainText;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.sessions.EndingSessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/clients/{id}")
class ClientResource {

    private final Clients clients;
    private final ChangingClient changing;
    private final EndingSessions endingSessions;
    private final Event<ClientPutOut> out;
    private final Audit audit;
    private final ETags etags;
    private final StaffCaller caller;
    private final Clock clock;

    ClientResource(
            Clients clients,
            ChangingClient changing,
            EndingSessions endingSessions,
            Event<ClientPutOut> out,
            Audit audit,
            ETags etags,
            StaffCaller caller,
            Clock clock) {
        this.clients = clients;
        this.changing = changing;
        this.endingSessions = endingSessions;
        this.out = out;
        this.audit = audit;
        this.etags = etags;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public ClientView getClient(@RestPath UUID id) {
        return shown(clients.get(caller, id));
    }

    @PATCH
    @RolesAllowed(Right.CARE)
    @Transactional
    public ClientView changeClient(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ClientChanges request) {
        var client = clients.findAndLock(caller, id);
        var before = view(client);
        etags.require(ifMatch, before);
        var after = changed(client, request::applyTo);
        audit.recordChange(what(ClientAction.CLIENT_CHANGED, id), before, after);
        return after;
    }

    @PUT
    @Path("/archival")
    @RolesAllowed(Right.CARE)
    @Transactional
    public ClientView archiveClient(@RestPath UUID id) {
        var client = clients.findAndLock(caller, id);
        return client.archivedAt() == null ? changed(client, it -> it.archive(clock.instant())) : shown(client);
    }

    @DELETE
    @Path("/archival")
    @RolesAllowed(Right.CARE)
    @Transactional
    public ClientView restoreClient(@RestPath UUID id) {
        var client = clients.findAndLock(caller, id);
        return client.archivedAt() == null ? shown(client) : changed(client, Client::restore);
    }

    /** Puts the client out, wherever they are in or about to be, and all that their mailbox let in. They may ask for a new link at once. */
    @DELETE
    @Path("/sessions")
    @RolesAllowed(Right.CARE)
    @Transactional
    public void endClientSessions(@RestPath UUID id) {
        var client = clients.findAndLock(caller, id);
        audit.record(what(ClientAction.CLIENT_SESSIONS_ENDED, id));
        client.email().ifPresent(mailbox -> out.fire(new ClientPutOut(caller.clinicId(), mailbox.key())));
        endingSessions.endAllOfClient(
                caller.clinicId(),
                client.id(),
                client.email().orElse(null),
                caller.actor(),
                "ended-by-staff",
                clock.instant());
    }

    private ClientView shown(Client client) {
        var shown = view(client);
        audit.recordRead(what(ClientAction.CLIENT_READ, client.id()));
        return shown;
    }

    private AuditEntry what(AuditAction act, UUID id) {
        return caller.occurrence(act).client(id);
    }

    private ClientView changed(Client client, Consumer<Client> change) {
        changing.change(caller, client, change);
        clients.save(client);
        return view(client);
    }

    private ClientView view(Client client) {
        return ClientView.of(client, clients.sharingEmailWith(client));
    }

    /** What is absent stays; an e-mail or externalId of null is taken away. */
    static class ClientChanges {

        @NonNullIfPresent
        @CodePointLength(max = 100)
        @PlainText
        public @Nullable String givenName;

        @NonNullIfPresent
        @CodePointLength(max = 100)
        @PlainText
        public @Nullable String familyName;

        @Email
        private @Nullable String email;

        @CodePointLength(max = 100)
        @PlainText
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
