package dev.latchkey.clients;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.input.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows one client with whom they share an address with, and a list of them with how far each has come into the portal. */
@ApplicationScoped
class ClientViews {

    private final Clients clients;
    private final PortalUses uses;
    private final Audit audit;

    ClientViews(Clients clients, PortalUses uses, Audit audit) {
        this.clients = clients;
        this.uses = uses;
        this.audit = audit;
    }

    ClientView build(Client client) {
        return ClientView.of(client, clients.sharingEmailWith(client));
    }

    Page<ClientSummaryView> list(StaffCaller caller, Page<Client> page) {
        var known = uses.findOf(caller.clinicId(), page.items());
        return page.map(client -> ClientSummaryView.of(client, known.get(client.id())));
    }

    /** To a caller who only looks. The look goes on record here; a change is on record already. */
    ClientView show(StaffCaller caller, Client client) {
        var shown = build(client);
        audit.recordRead(caller.occurrence(ClientAction.CLIENT_READ).client(client.id()));
        return shown;
    }

    /** A client in a list, with how far they have come into the portal. Not in the record: its ETag would change with every sign-in. */
    record ClientSummaryView(@JsonUnwrapped ClientDetails summary, PortalUseView portal) {

        static ClientSummaryView of(Client client, @Nullable PortalUse use) {
            return new ClientSummaryView(ClientDetails.of(client), PortalUseView.of(use));
        }

        /** The last time of each step. */
        record PortalUseView(
                String status,
                @Nullable Instant invitedAt,
                @Nullable Instant signedInAt) {

            private static PortalUseView of(@Nullable PortalUse use) {
                return use == null
                        ? new PortalUseView(PortalUse.NEVER_INVITED, null, null)
                        : new PortalUseView(use.state(), use.invitedAt(), use.signedInAt());
            }
        }
    }
}
