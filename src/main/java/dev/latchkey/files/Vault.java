package dev.latchkey.files;

import dev.latchkey.http.WebReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Stores bytes. A deletion happens when the transaction around it commits. */
@ApplicationScoped
public class Vault {

    private static final Logger LOG = Logger.getLogger(Vault.class);

    private final VaultDirectory directory;
    private final MediaTypes mediaTypes;
    private final TransactionSynchronizationRegistry transactions;
    private final Event<FileDeleted> deleted;

    Vault(
            FileSettings settings,
            MediaTypes mediaTypes,
            TransactionSynchronizationRegistry transactions,
            Event<FileDeleted> deleted) {
        this.directory =
                new VaultDirectory(settings.directory().toAbsolutePath().normalize());
        this.mediaTypes = mediaTypes;
        this.transactions = transactions;
        this.deleted = deleted;
    }

    /** Whether there is room for a file now. Fails unless one can be made at all. */
    public boolean hasRoom() throws IOException {
        return directory.hasRoom();
    }

    /** Takes the file from where it is, and returns when the bytes would survive a power cut. */
    StoredFile keep(Path arrived, FileName name) {
        var key = VaultDirectory.newKey();
        try {
            var content =
                    new StoredFile.Content(Files.size(arrived), sha256(arrived), mediaTypes.detect(arrived, name));
            directory.moveIn(arrived, key);
            return new StoredFile(key, content, directory, transactions);
        } catch (IOException e) {
            directory.delete(key);
            LOG.error("The vault cannot keep a file", e);
            throw WebReason.VAULT_UNAVAILABLE.refusal();
        }
    }

    private static byte[] sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Nothing if the bytes, or some of them, are lost. */
    Optional<Path> find(Document document) {
        return Optional.of(directory.place(document.vaultKey()))
                .filter(place -> place.toFile().length() == document.size());
    }

    /** When the transaction commits, and not before. */
    void deleteAfterCommit(Document document) {
        deleted.fire(new FileDeleted(document.vaultKey()));
    }

    void complete(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileDeleted deleted) {
        directory.delete(deleted.key());
    }

    record FileDeleted(String key) {}
}
