package dev.latchkey.files;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.Client;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of all clients. */
@ApplicationScoped
class Documents implements PanacheRepositoryBase<Document, UUID> {

    /** What the caller may see: their own, and of the clinic's what it shares with them. */
    Document visibleTo(ClientCaller caller, UUID id) {
        return find(
                        "clinicId = ?1 and clientId = ?2 and sharedAt is not null and id = ?3",
                        caller.clinicId(),
                        caller.clientId(),
                        id)
                .firstResultOptional()
                .orElseThrow(FileReason.FILE_NOT_FOUND::refusal);
    }

    List<Document> visibleTo(ClientCaller caller, @Nullable Origin from, Paging paging) {
        var where = new StringBuilder("clinicId = ?1 and clientId = ?2 and sharedAt is not null");
        var values = new ArrayList<Object>(List.of(caller.clinicId(), caller.clientId()));
        if (from != null) {
            values.add(from);
            where.append(" and origin = ?").append(values.size());
        }
        var after = paging.cursor(2);
        if (after != null) {
            values.addAll(List.of(after.instant(0), after.id(1)));
            where.append(" and (sharedAt, id) < (?%d, ?%d)".formatted(values.size() - 1, values.size()));
        }
        return find(where + " order by sharedAt desc, id desc", values.toArray())
                .range(0, paging.rows() - 1)
                .list();
    }

    static Cursor placeForClient(Document document) {
        return Cursor.at(Objects.requireNonNull(document.sharedAt()), document.id());
    }

    /** A file at the caller's own clinic; another's is as unknown as none. */
    Document get(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .firstResultOptional()
                .orElseThrow(FileReason.FILE_NOT_FOUND::refusal);
    }

    boolean isThere(UUID id) {
        return count("id", id) > 0;
    }

    /** Locks the row, so that who comes second to change or delete it sees what the first has done. */
    Document toChange(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(FileReason.FILE_NOT_FOUND::refusal);
    }

    List<Document> listByClient(Client client, Paging paging) {
        var where = "clinicId = ?1 and clientId = ?2";
        var after = paging.cursor(1);
        var query = after == null
                ? find(where + " order by id desc", client.clinicId(), client.id())
                : find(where + " and id < ?3 order by id desc", client.clinicId(), client.id(), after.id(0));
        return query.range(0, paging.rows() - 1).list();
    }

    static Cursor placeForStaff(Document document) {
        return Cursor.at(document.id());
    }
}
