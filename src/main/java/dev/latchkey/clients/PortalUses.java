package dev.latchkey.clients;

import dev.latchkey.access.StaffCaller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * One state after the other, each from the index in its order.
     *
     * @param state of the portal's use; null for every client who is not archived
     */
    public List<Invitee> findActiveInvitees(StaffCaller caller, @Nullable String state, int atMost) {
        var found = new ArrayList<Invitee>();
        for (var each : state == null ? PortalUse.ALL_STATES : List.of(state)) {
            if (found.size() < atMost) {
                found.addAll(findActiveInState(caller, each, atMost - found.size()));
            }
        }
        return found;
    }

    private List<Invitee> findActiveInState(StaffCaller caller, String state, int atMost) {
        return getEntityManager()
                .createQuery(
                        INVITEES + "use.archived = false and use.state = :state"
                                + " order by use.familyName, use.givenName, use.clientId",
                        Invitee.class)
                .setParameter("clinic", caller.clinicId())
                .setParameter("state", state)
                .setMaxResults(atMost)
                .getResultList();
    }

    /** Who of them has signed in since. */
    public Set<UUID> findSignedIn(UUID clinicId, Collection<UUID> clientIds, Instant since) {
        return find("clinicId = ?1 and clientId in ?2 and signedInAt >= ?3", clinicId, clientIds, since).stream()
                .map(PortalUse::clientId)
                .collect(Collectors.toSet());
    }

    /** A client as one who may be sent a login link. */
    public record Invitee(
            UUID clientId,
            @Nullable String addressKey,
            @Nullable Instant archivedAt,
            @Nullable Instant offSince,
            @Nullable Instant signedInAt) {}
}
