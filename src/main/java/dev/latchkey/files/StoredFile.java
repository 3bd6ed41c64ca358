package dev.latchkey.files;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Bytes in the vault whose row is not yet written for good. Closed without one, they are removed again. */
final class StoredFile implements Synchronization, AutoCloseable {

    private final String vaultKey;
    private final Content content;
    private final VaultDirectory directory;
    private final TransactionSynchronizationRegistry transactions;
    private boolean committing;

    StoredFile(
            String vaultKey,
            Content content,
            VaultDirectory directory,
            TransactionSynchronizationRegistry transactions) {
        this.vaultKey = vaultKey;
        this.content = content;
        this.directory = directory;
        this.transactions = transactions;
    }

    String vaultKey() {
        return vaultKey;
    }

    Content content() {
        return content;
    }

    /** The bytes share the fate of the transaction that is open now. */
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
     * A commit that failed may be done all the same, for the answer to it can be lost (the pool calls even that a rollback). Then the bytes
     * stay: without a row they are only waste.
     */
    @Override
    public void close() {
        if (!committing) {
            directory.delete(vaultKey);
        }
    }

    /** The media type and hash of bytes; two files with the same bytes have the same. */
    record Content(long size, byte[] sha256, String mediaType) {}
}
