package dev.latchkey.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** What an administrator sees who looks into the vault's directory. */
final class VaultOnDisk {

    private VaultOnDisk() {}

    static List<Path> holding(byte[] bytes) throws IOException {
        var directory = ConfigProvider.getConfig().getValue("latchkey.files.directory", Path.class);
        try (var files = Files.walk(directory)) {
            return files.filter(file -> hasSize(file, bytes.length) && Arrays.equals(read(file), bytes))
                    .toList();
        }
    }

    /** Others come and go meanwhile. */
    private static boolean hasSize(Path file, int size) {
        return Files.isRegularFile(file) && file.toFile().length() == size;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
