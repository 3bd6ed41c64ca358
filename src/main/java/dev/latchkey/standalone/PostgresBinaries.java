package dev.latchkey.standalone;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once for each user. */
record PostgresBinaries(Path home, List<String> steppingDown) {

    private static final int ROOT = 0;
    private static final int EXECUTABLE = 0111;

    static PostgresBinaries unpackedFor(StandaloneDirectory directory) {
        var archive = archive();
        var steppingDown = howToStepDown();
        try {
            return new PostgresBinaries(unpacked(archive, cache(directory)), steppingDown);
        } catch (IOException e) {
            throw new StartupException("The embedded PostgreSQL could not be unpacked.", e);
        }
    }

    private static byte[] archive() {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        try (var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"))) {
            return archive.readAllBytes();
        } catch (IOException | IllegalStateException e) {
            throw new StartupException("There is no embedded PostgreSQL for this machine (" + system + ", "
                    + System.getProperty("os.arch")
                    + "): configure a database with QUARKUS_DATASOURCE_JDBC_URL.");
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
    private static List<String> howToStepDown() {
        if (new UnixSystem().getUid() != ROOT) {
            return List.of();
        }
        if (LinuxUtils.isUnshareAvailable()) {
            return List.of("unshare", "-U");
        }
        throw new StartupException(
                "PostgreSQL refuses to run as root, and this machine does not let it step down (unshare -U):"
                        + " start Latchkey as an ordinary user, or configure a database with QUARKUS_DATASOURCE_JDBC_URL.");
    }

    private static Path cache(StandaloneDirectory directory) {
        var home = Path.of(System.getProperty("user.home"));
        var cache = home.resolve(LinuxUtils.getDistributionName() == null ? "Library/Caches" : ".cache");
        return Files.isWritable(home) ? cache.resolve("latchkey") : directory.path();
    }

    private static Path unpacked(byte[] archive, Path cache) throws IOException {
        var home = cache.resolve("postgresql-" + digest(archive));
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(cache);
        var fresh = Files.createTempDirectory(cache, "unpacking");
        unpack(archive, fresh);
        try {
            return Files.move(fresh, home);
        } catch (FileAlreadyExistsException e) { // another process unpacked it meanwhile
            StandaloneDirectory.delete(fresh);
            return home;
        }
    }

    private static void unpack(byte[] archive, Path home) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
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

    private static String digest(byte[] archive) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** A command as it must be started on this machine. */
    ProcessBuilder process(List<String> command) {
        var whole = new ArrayList<>(steppingDown);
        whole.addAll(command);
        return new ProcessBuilder(whole).redirectErrorStream(true);
    }

    /** Runs one of the programs to its end; throws with what it said if it failed. */
    void run(String program, List<String> arguments) {
        var command = new ArrayList<>(List.of(program(program)));
        command.addAll(arguments);
        try {
            var process = process(command).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new StartupException("The embedded PostgreSQL does not start: " + program + " said "
                        + said.strip().lines().reduce("nothing", (first, last) -> last));
            }
        } catch (IOException e) {
            throw new StartupException("The embedded PostgreSQL does not start.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("The start was interrupted.", e);
        }
    }
}
