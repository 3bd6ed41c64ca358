package dev.latchkey.files;

import dev.latchkey.access.StaffCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A staff member deletes one of the clinic's files: the row, and its bytes once that is sure. */
@ApplicationScoped
class DeletingFile {

    private final Documents documents;
    private final Vault vault;

    DeletingFile(Documents documents, Vault vault) {
        this.documents = documents;
        this.vault = vault;
    }

    @Transactional
    void by(StaffCaller caller, UUID id) {
        var document = documents.toChange(caller, id);
        document.mustBeOfClinic();
        documents.delete(document);
        vault.throwAway(document);
    }
}
