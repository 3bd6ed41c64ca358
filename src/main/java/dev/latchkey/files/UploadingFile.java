package dev.latchkey.files;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.clients.Clients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** A staff member puts a file among a client's: first its bytes into the vault, then the row that names them. */
@ApplicationScoped
class UploadingFile {

    private final Clients clients;
    private final Documents documents;
    private final Vault vault;
    private final Clock clock;

    UploadingFile(Clients clients, Documents documents, Vault vault, Clock clock) {
        this.clients = clients;
        this.documents = documents;
        this.vault = vault;
        this.clock = clock;
    }

    @Transactional
    Document by(StaffCaller caller, UUID clientId, FileName name, Path bytes, boolean shared) {
        var client = clients.of(caller, clientId);
        var now = clock.instant();
        var document = new Document(client, name, vault.keep(bytes, name), caller.staffMemberId(), now);
        document.share(shared, now);
        documents.persist(document);
        return document;
    }
}
