package dev.latchkey.standalone;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, packed (tar, xz). */
record PostgresArchive(byte[] bytes) {

    private static final int EXECUTABLE = 0111;

    static PostgresArchive forThisMachine() {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        try (var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"))) {
            return new PostgresArchive(archive.readAllBytes());
        } catch (IOException | IllegalStateException e) {
            throw new StartupException("There is no embedded PostgreSQL for this machine (" + system + ", "
                    + System.getProperty("os.arch")
                    + "): configure a database with QUARKUS_DATASOURCE_JDBC_URL.");
        }
    }

    /** What was unpacked there before is taken as it is. */
    Path unpackedIn(Path cache) throws IOException {
        var home = cache.resolve("postgresql-" + digest());
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(cache);
        var fresh = Files.createTempDirectory(cache, "unpacking");
        unpack(fresh);
        try {
            return Files.move(fresh, home);
        } catch (FileAlreadyExistsException e) { // another process unpacked it meanwhile
            StandaloneDirectory.delete(fresh);
            return home;
        }
    }

    private void unpack(Path home) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(bytes)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = home.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? file : file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, file);
                    file.toFile().setExecutable((entry.getMode() & EXECUTABLE) != 0);
                }
            }
        }
    }

    private String digest() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
