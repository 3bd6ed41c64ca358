package dev.latchkey.files;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.access.StandingSessions;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.Clients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

/**
 * A staff member puts a file among a client's: first its bytes into the vault, then the row that names them. No transaction waits for a
 * disk, for a few slow uploads would hold every connection there is.
 */
@ApplicationScoped
class UploadingFile {

    private final StandingSessions standing;
    private final Clients clients;
    private final Documents documents;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    UploadingFile(
            StandingSessions standing, Clients clients, Documents documents, Vault vault, Audit audit, Clock clock) {
        this.standing = standing;
        this.clients = clients;
        this.documents = documents;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** In a transaction of its own, whose end gives the connection back. */
    @Transactional
    void requirePossible(StaffCaller caller, UUID clientId) {
        clients.get(caller, clientId);
    }

    /** Once the bytes are there, for they may come for twenty minutes. */
    void requireStillPossible(StaffCaller caller) {
        standing.requireRight(caller, Right.CARE);
    }

    StoredFile keep(Path arrived, FileName name) {
        return vault.keep(arrived, name);
    }

    @Transactional
    <A> A store(
            StaffCaller caller,
            UUID clientId,
            FileName name,
            StoredFile bytes,
            boolean shared,
            Function<Document, A> answer) {
        bytes.enlist();
        var client = clients.getToAddTo(caller, clientId);
        var now = clock.instant();
        var document = new Document(client, name, bytes, caller.staffMemberId(), now);
        document.share(shared, now);
        documents.persist(document);
        audit.record(
                caller.occurrence(FileAction.FILE_UPLOADED).client(clientId).record(document.id()));
        return answer.apply(document);
    }
}
