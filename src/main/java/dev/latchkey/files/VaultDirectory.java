package dev.latchkey.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/** The vault on disk: files under random keys, fanned out over 65,536 directories. */
record VaultDirectory(Path root) {

    private static final Logger LOG = Logger.getLogger(VaultDirectory.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 16;
    private static final byte[] TRIAL = {1};

    static String newKey() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A key is of our own making: nothing a caller sent becomes part of a path. */
    Path place(String key) {
        return root.resolve(key.substring(0, 2)).resolve(key.substring(2, 4)).resolve(key);
    }

    /** Returns when the bytes would survive a power cut. */
    void moveIn(Path arrived, String key) throws IOException {
        var place = place(key);
        Files.createDirectories(place.getParent());
        Files.move(arrived, place);
        for (var changed = place; changed != null && changed.startsWith(root); changed = changed.getParent()) {
            force(changed);
        }
    }

    /** Until then the system may still hold in memory what was written, or what a directory lists. */
    private static void force(Path changed) throws IOException {
        try (var channel = FileChannel.open(changed, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    void delete(String key) {
        try {
            Files.deleteIfExists(place(key));
        } catch (IOException e) {
            LOG.errorf(e, "The vault could not remove %s; remove it by hand", key);
        }
    }

    /**
     * Whether there is room for a file here now. Fails unless one can be made at all. One that stays behind, for its node is killed, is
     * cleared away as a broken upload.
     */
    boolean hasRoom() throws IOException {
        var file = Files.createTempFile(root.resolve(BrokenUploads.ARRIVING), "trial", null);
        try {
            Files.write(file, TRIAL);
            return true;
        } catch (IOException e) {
            return false; // a full disk still takes names
        } finally {
            Files.delete(file);
        }
    }
}
