package dev.latchkey.bounces;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.Addressee;
import dev.latchkey.clients.Clients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** The flag of the address that a client has now. */
@Path("/v1/staff/clients/{id}/address-flag")
class AddressFlagResource {

    private final AddressFlags flags;
    private final Clients clients;
    private final Audit audit;
    private final StaffCaller caller;

    AddressFlagResource(AddressFlags flags, Clients clients, Audit audit, StaffCaller caller) {
        this.flags = flags;
        this.clients = clients;
        this.audit = audit;
        this.caller = caller;
    }

    @DELETE
    @RolesAllowed(Right.CARE)
    @Transactional
    public void clearAddressFlag(@RestPath UUID id) {
        clients.get(caller, id)
                .email()
                .filter(email -> flags.clear(new Addressee(caller.clinicId(), email.key())))
                .ifPresent(email -> audit.record(caller.occurrence(BounceAction.ADDRESS_FLAG_CLEARED)
                        .client(id)
                        .address(email)));
    }
}
