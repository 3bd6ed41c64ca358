package dev.latchkey.clients;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How far each client has come into the portal. */
@ApplicationScoped
class PortalUses implements PanacheRepositoryBase<PortalUse, UUID> {

    /** By the client's id, of all of them at once. */
    Map<UUID, PortalUse> findOf(UUID clinicId, List<Client> clients) {
        return clients.isEmpty()
                ? Map.of()
                : find(
                                "clinicId = ?1 and clientId in ?2",
                                clinicId,
                                clients.stream().map(Client::id).toList())
                        .stream()
                        .collect(Collectors.toMap(PortalUse::clientId, Function.identity()));
    }
}
