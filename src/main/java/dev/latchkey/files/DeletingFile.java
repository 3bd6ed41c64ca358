package dev.latchkey.files;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A staff member deletes one of the clinic's files: the row, and its bytes once that is sure. */
@ApplicationScoped
class DeletingFile {

    private final Documents documents;
    private final Vault vault;
    private final Audit audit;

    DeletingFile(Documents documents, Vault vault, Audit audit) {
        this.documents = documents;
        this.vault = vault;
        this.audit = audit;
    }

    @Transactional
    void delete(StaffCaller caller, UUID id) {
        var document = documents.toChange(caller, id);
        document.requireOfClinic();
        documents.delete(document);
        audit.record(caller.occurrence(FileAction.FILE_DELETED)
                .client(document.clientId())
                .record(id));
        vault.deleteAfterCommit(document);
    }
}
