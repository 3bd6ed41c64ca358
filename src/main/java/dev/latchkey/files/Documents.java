package dev.latchkey.files;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.Client;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.merging.ClientsMerged;
import dev.latchkey.merging.ClientsUnmerged;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of all clients. */
@ApplicationScoped
class Documents implements PanacheRepositoryBase<Document, UUID> {

    private static final Keyset<Document> LAST_SHARED_FIRST = Keyset.<Document>descending()
            .key("sharedAt", document -> Objects.requireNonNull(document.sharedAt()), Cursor::instant)
            .key("id", Document::id, Cursor::id);
    private static final Keyset<Document> NEWEST_FIRST =
            Keyset.<Document>descending().key("id", Document::id, Cursor::id);

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

    Page<Document> visibleTo(ClientCaller caller, @Nullable Origin from, Paging paging) {
        var shared = "clinicId = ?1 and clientId = ?2 and sharedAt is not null";
        return from == null
                ? LAST_SHARED_FIRST.page(this, paging, shared, caller.clinicId(), caller.clientId())
                : LAST_SHARED_FIRST.page(
                        this, paging, shared + " and origin = ?3", caller.clinicId(), caller.clientId(), from);
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

    void move(@Observes ClientsMerged merged) {
        merged.move(
                getEntityManager(),
                "update document set client_id = :surviving, version = version + 1"
                        + " where clinic_id = :clinic and client_id = :merged returning id");
    }

    void moveBack(@Observes ClientsUnmerged unmerged) {
        unmerged.moveBack(
                getEntityManager(),
                "update document set client_id = :merged, version = version + 1"
                        + " where clinic_id = :clinic and client_id = :surviving and id = any(:moved)");
    }

    Page<Document> listByClient(Client client, Paging paging) {
        return NEWEST_FIRST.page(this, paging, "clinicId = ?1 and clientId = ?2", client.clinicId(), client.id());
    }
}
