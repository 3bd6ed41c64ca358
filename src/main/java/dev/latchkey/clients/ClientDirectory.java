package dev.latchkey.clients;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.SearchingClients.ClientSearch;
import dev.latchkey.clients.SearchingClients.Place;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.CursorSeal;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.kernel.InstallationSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clients of a clinic by name, page by page: all, or those whose names have some words. */
@ApplicationScoped
class ClientDirectory {

    private final Clients clients;
    private final SearchingClients searching;
    private final InstallationSecret secret;

    ClientDirectory(Clients clients, SearchingClients searching, InstallationSecret secret) {
        this.clients = clients;
        this.searching = searching;
        this.secret = secret;
    }

    Page<Client> search(StaffCaller caller, ClientSearch search, Paging paging) {
        var cursor = paging.cursor(1);
        var after = cursor == null ? null : lastShown(seal(caller.clinicId()).unseal(cursor, 3));
        var found = search.words().isEmpty() && search.portal() == null
                ? list(caller, search, after, paging)
                : searching.find(caller.clinicId(), search, after, paging);
        return Page.of(found, paging, this::place);
    }

    private List<Client> list(StaffCaller caller, ClientSearch search, @Nullable Place after, Paging paging) {
        var where =
                new StringBuilder("clinicId = ?1 and archivedAt is ").append(search.archived() ? "not null" : "null");
        var values = new ArrayList<Object>(List.of(caller.clinicId()));
        var address = search.address();
        if (address != null) {
            values.add(address.key());
            where.append(" and addressKey = ?").append(values.size());
        }
        for (var phone : search.phones()) {
            values.add(phone.e164());
            where.append(" and phone = ?").append(values.size());
        }
        if (after != null) {
            values.addAll(List.of(after.familyName(), after.givenName(), after.id()));
            where.append(" and (lower(familyName), lower(givenName), id) > (lower(?%d), lower(?%d), ?%d)"
                    .formatted(values.size() - 2, values.size() - 1, values.size()));
        }
        return clients.find(where + " order by lower(familyName), lower(givenName), id", values.toArray())
                .range(0, paging.rows() - 1)
                .list();
    }

    private static Place lastShown(Cursor last) {
        return new Place(last.text(0), last.text(1), last.id(2));
    }

    /** Where they stood when the page was shown, for they may be renamed. Sealed, for a cursor gets into addresses, and these into logs. */
    private Cursor place(Client client) {
        return seal(client.clinicId()).seal(Cursor.at(client.familyName(), client.givenName(), client.id()));
    }

    private CursorSeal seal(UUID clinicId) {
        return new CursorSeal(secret, "place among the clients of " + clinicId);
    }
}
