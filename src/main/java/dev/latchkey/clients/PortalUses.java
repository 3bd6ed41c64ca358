package dev.latchkey.clients;

import dev.latchkey.access.StaffCaller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far each client has come into the portal. */
@ApplicationScoped
public class PortalUses implements PanacheRepositoryBase<PortalUse, UUID> {

    private static final String INVITEES = """
            select client.id, client.addressKey, client.archivedAt, client.permission.offSince, use.signedInAt
              from PortalUse use join Client client on client.clinicId = use.clinicId and client.id = use.clientId
             where use.clinicId = :clinic and\s""";

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

    /** Refuses where one of them is not the caller's clinic's. */
    public List<Invitee> getInvitees(StaffCaller caller, Collection<UUID> clientIds) {
        var found = getEntityManager()
                .createQuery(INVITEES + "use.clientId in :clients order by use.clientId", Invitee.class)
                .setParameter("clinic", caller.clinicId())
                .setParameter("clients", clientIds)
                .getResultList();
        if (found.size() < clientIds.size()) {
            throw ClientReason.CLIENT_NOT_FOUND.refusal();
        }
        return found;
    }

    /** @param state of the portal's use, which all of them have; null for every client who is not archived */
    public List<Invitee> findActiveInvitees(StaffCaller caller, @Nullable String state, int atMost) {
        return getEntityManager()
                .createQuery(
                        INVITEES + "use.archived = false and use.state in :states"
                                + " order by use.familyName, use.givenName, use.clientId",
                        Invitee.class)
                .setParameter("clinic", caller.clinicId())
                .setParameter("states", state == null ? PortalUse.ALL_STATES : List.of(state))
                .setMaxResults(atMost)
                .getResultList();
    }

    /** A client as one who may be sent a login link. */
    public record Invitee(
            UUID clientId,
            @Nullable String addressKey,
            @Nullable Instant archivedAt,
            @Nullable Instant offSince,
            @Nullable Instant signedInAt) {}
}
