package dev.latchkey.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A standalone directory is this process's alone until this is closed, or until the process is gone however it ends. */
record DirectoryClaim(FileChannel lock) implements AutoCloseable {

    static final String FILE = "lock";

    private static final Duration PATIENCE = Duration.ofSeconds(10); // for a predecessor that is still stopping
    private static final Duration PAUSE = Duration.ofMillis(100);

    static DirectoryClaim on(StandaloneDirectory directory) {
        try {
            var channel = FileChannel.open(directory.file(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            for (var left = PATIENCE; lock(channel) == null; left = left.minus(PAUSE)) {
                if (left.isZero()) {
                    channel.close();
                    throw new StartupException("Another Latchkey runs standalone in " + directory.path()
                            + ": stop it, or give this one a place of its own with LATCHKEY_STANDALONE_DIRECTORY.");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return new DirectoryClaim(channel);
        } catch (IOException e) {
            throw new StartupException(
                    "Standalone keeps its data in " + directory.path()
                            + ", where this user may not write: choose another place with LATCHKEY_STANDALONE_DIRECTORY.",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // The end of this process releases it just as well.
        }
    }
}
