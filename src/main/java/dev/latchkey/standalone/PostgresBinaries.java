package dev.latchkey.standalone;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's programs for this machine, unpacked once for each user. */
record PostgresBinaries(Path home, List<String> steppingDown) {

    private static final int ROOT = 0;

    static PostgresBinaries unpackedFor(StandaloneDirectory directory) {
        var archive = PostgresArchive.forThisMachine();
        var steppingDown = howToStepDown();
        try {
            return new PostgresBinaries(archive.unpackedIn(cache(directory)), steppingDown);
        } catch (IOException e) {
            throw new StartupException("The embedded PostgreSQL could not be unpacked.", e);
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
