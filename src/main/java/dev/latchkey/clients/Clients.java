package dev.latchkey.clients;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.SearchingClients.Place;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Paging;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The clients of all clinics; every question says of which clinic. */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, UUID> {

    private static final int MOST_AT_ONE_ADDRESS = 100;

    private final SearchingClients searching;
    private final InstallationSecret secret;

    Clients(SearchingClients searching, InstallationSecret secret) {
        this.searching = searching;
        this.secret = secret;
    }

    /** A client of the caller's own clinic; another's is as unknown as none. */
    public Client get(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .firstResultOptional()
                .orElseThrow(ClientReason.CLIENT_NOT_FOUND::refusal);
    }

    /** As they are now, and until this transaction ends: a sign-in of theirs at the same moment waits, or is waited for. */
    Client findAndLock(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(ClientReason.CLIENT_NOT_FOUND::refusal);
    }

    void add(Client client, @Nullable String externalId) {
        client.knownElsewhereAs(externalId);
        persist(client);
        save(client);
    }

    /** Writes now, so that an externalId taken a moment ago is refused here and not at commit. */
    void save(Client client) {
        try {
            flush();
        } catch (ConstraintViolationException taken) {
            throw ClientReason.EXTERNAL_ID_TAKEN.refusal();
        }
    }

    Client self(ClientCaller caller) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), caller.clientId())
                .firstResult();
    }

    /** The client whom a session of this clinic is of. */
    public Client entered(UUID clinicId, UUID id) {
        return find("clinicId = ?1 and id = ?2", clinicId, id)
                .firstResultOptional()
                .orElseThrow(ClientReason.CLIENT_NOT_FOUND::refusal);
    }

    /** Who may enter with a link sent to this address, in the order they were created. A family is not that large. */
    public List<Client> activeAt(UUID clinicId, String addressKey) {
        return find("clinicId = ?1 and addressKey = ?2 and archivedAt is null order by id", clinicId, addressKey)
                .page(0, MOST_AT_ONE_ADDRESS)
                .list();
    }

    /**
     * The same, locked: they cannot be archived or change address until this transaction ends. Taken before the link's own row, which those who do
     * take last.
     */
    public List<Client> activeAtForShare(UUID clinicId, String addressKey) {
        return find("clinicId = ?1 and addressKey = ?2 and archivedAt is null order by id", clinicId, addressKey)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    List<Client> sharingEmailWith(Client client) {
        return client.email()
                .map(email -> activeAt(client.clinicId(), email.key()).stream()
                        .filter(other -> !other.id().equals(client.id()))
                        .toList())
                .orElse(List.of());
    }

    List<Client> search(StaffCaller caller, ClientSearch search, Paging paging) {
        var cursor = paging.cursor(1);
        var after = cursor == null ? null : lastShown(cursor.unsealed(secret, purpose(caller.clinicId()), 3));
        return search.words.isEmpty()
                ? list(caller, search, after, paging)
                : searching.find(caller.clinicId(), search.words, search.address, search.archived, after, paging);
    }

    private List<Client> list(StaffCaller caller, ClientSearch search, @Nullable Place after, Paging paging) {
        var where = new StringBuilder("clinicId = ?1 and archivedAt is ").append(search.archived ? "not null" : "null");
        var values = new ArrayList<Object>(List.of(caller.clinicId()));
        if (search.address != null) {
            values.add(search.address.key());
            where.append(" and addressKey = ?").append(values.size());
        }
        if (after != null) {
            values.addAll(List.of(after.familyName(), after.givenName(), after.id()));
            where.append(" and (lower(familyName), lower(givenName), id) > (lower(?%d), lower(?%d), ?%d)"
                    .formatted(values.size() - 2, values.size() - 1, values.size()));
        }
        return find(where + " order by lower(familyName), lower(givenName), id", values.toArray())
                .range(0, paging.rows() - 1)
                .list();
    }

    private static Place lastShown(Cursor last) {
        return new Place(last.text(0), last.text(1), last.id(2));
    }

    /** Where they stood when the page was shown, for they may be renamed. Sealed, for a cursor gets into addresses, and these into logs. */
    Cursor place(Client client) {
        return Cursor.at(client.familyName(), client.givenName(), client.id())
                .sealed(secret, purpose(client.clinicId()));
    }

    private static String purpose(UUID clinicId) {
        return "place among the clients of " + clinicId;
    }

    /** Which clients a list should show. */
    record ClientSearch(List<String> words, @Nullable EmailAddress address, boolean archived) {

        static ClientSearch of(@Nullable String q, @Nullable String email, boolean archived) {
            var address = email == null ? null : EmailAddress.parse(email).orElseThrow();
            return new ClientSearch(SearchingClients.words(q), address, archived);
        }
    }
}
