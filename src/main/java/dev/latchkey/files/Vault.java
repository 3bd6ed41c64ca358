package dev.latchkey.files;

import dev.latchkey.http.WebReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Stores bytes: files under random names, fanned out over 65,536 directories. A deletion happens when the transaction around it commits.
 */
@ApplicationScoped
public class Vault {

    private static final Logger LOG = Logger.getLogger(Vault.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 16;
    private static final byte[] TRIAL = {1};

    private final Path directory;
    private final MediaTypes mediaTypes;
    private final TransactionSynchronizationRegistry transactions;
    private final Event<FileDeleted> deleted;

    Vault(
            FileSettings settings,
            MediaTypes mediaTypes,
            TransactionSynchronizationRegistry transactions,
            Event<FileDeleted> deleted) {
        this.directory = settings.directory().toAbsolutePath().normalize();
        this.mediaTypes = mediaTypes;
        this.transactions = transactions;
        this.deleted = deleted;
    }

    /**
     * Whether there is room for a file here now. Fails unless one can be made at all. One that stays behind, for its node is killed, is
     * cleared away as a broken upload.
     */
    public boolean hasRoom() throws IOException {
        var file = Files.createTempFile(directory.resolve(BrokenUploads.ARRIVING), "trial", null);
        try {
            Files.write(file, TRIAL);
            return true;
        } catch (IOException e) {
            return false; // a full disk still takes names
        } finally {
            Files.delete(file);
        }
    }

    /** Takes the file from where it is, and returns when the bytes would survive a power cut. */
    StoredFile keep(Path arrived, FileName name) {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        var key = HexFormat.of().formatHex(bytes);
        try {
            var content = new Content(Files.size(arrived), sha256(arrived), mediaTypes.detect(arrived, name));
            move(arrived, place(key));
            return new StoredFile(key, content);
        } catch (IOException e) {
            delete(key);
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

    private void move(Path arrived, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        Files.move(arrived, place);
        for (var changed = place; changed != null && changed.startsWith(directory); changed = changed.getParent()) {
            force(changed);
        }
    }

    /** Until then the system may still hold in memory what was written, or what a directory lists. */
    private static void force(Path changed) throws IOException {
        try (var channel = FileChannel.open(changed, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Nothing if the bytes, or some of them, are lost. */
    Optional<Path> find(Document document) {
        return Optional.of(place(document.vaultKey()))
                .filter(place -> place.toFile().length() == document.size());
    }

    /** When the transaction commits, and not before. */
    void deleteAfterCommit(Document document) {
        deleted.fire(new FileDeleted(document.vaultKey()));
    }

    void complete(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileDeleted deleted) {
        delete(deleted.key());
    }

    private void delete(String key) {
        try {
            Files.deleteIfExists(place(key));
        } catch (IOException e) {
            LOG.errorf(e, "The vault could not remove %s; remove it by hand", key);
        }
    }

    /** A key is of our own making: nothing a caller sent becomes part of a path. */
    private Path place(String key) {
        return directory
                .resolve(key.substring(0, 2))
                .resolve(key.substring(2, 4))
                .resolve(key);
    }

    /** Bytes whose row is not yet written for good. Closed without one, they are removed again. */
    final class StoredFile implements Synchronization, AutoCloseable {

        private final String key;
        private final Content content;
        private boolean committing;

        StoredFile(String key, Content content) {
            this.key = key;
            this.content = content;
        }

        String vaultKey() {
            return key;
        }

        Content content() {
            return content;
        }

        void enlist() {
            transactions.registerInterposedSynchronization(this);
        }

        @Override
        public void beforeCompletion() {
            committing = true;
        }

        @Override
        public void afterCompletion(int status) {}

        /**
         * A commit that failed may be done all the same, for the answer to it can be lost (the pool calls even that a rollback). Then
         * the bytes stay: without a row they are only waste.
         */
        @Override
        public void close() {
            if (!committing) {
                delete(key);
            }
        }
    }

    record FileDeleted(String key) {}
}
