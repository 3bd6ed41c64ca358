package dev.latchkey.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;

/** Where standalone keeps everything between starts; one process at a time. */
record StandaloneDirectory(Path path) {

    private static final int SECRET_BYTES = 32;

    static StandaloneDirectory at(Path chosen) {
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        try {
            Files.createDirectories(chosen, ours);
            return new StandaloneDirectory(chosen.toRealPath());
        } catch (IOException e) {
            throw new StartupException(
                    "Standalone keeps its data in " + chosen.toAbsolutePath()
                            + ", which cannot be made: choose another place with LATCHKEY_STANDALONE_DIRECTORY.",
                    e);
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** 256 random bits in Base64, made at the first start and readable by this user alone. */
    String secret(String name) {
        try {
            var file = file(name);
            if (Files.notExists(file)) {
                var bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                var fresh = Files.createTempFile(path, name, ".new"); // made with mode 600
                Files.writeString(fresh, Base64.getEncoder().encodeToString(bytes));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything but the lock, which must stay the same file for as long as it is held. */
    void empty() {
        try (var files = Files.list(path)) {
            files.filter(file -> !file.endsWith(DirectoryClaim.FILE)).forEach(StandaloneDirectory::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path tree) {
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
