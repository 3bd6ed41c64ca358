package dev.latchkey.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A PostgreSQL server that never outlives this process. */
final class Postmaster {

    private static final int TRIES = 3;

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;

    Postmaster(PostgresBinaries binaries, Path data, Path log) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
    }

    /** Returns once the server answers; {@code claim} is released when it has stopped. */
    void start(String options, DirectoryClaim claim) throws IOException {
        for (var tries = 1; ; tries++) {
            stopLeftover();
            Files.deleteIfExists(log);
            var watchdog = Watchdog.start(binaries, data, log, options);
            if (watchdog.hasStartedServer()) {
                watchdog.stopWithThisProcess(claim);
                return;
            }
            if (tries == TRIES) {
                throw new StartupException(
                        "The embedded PostgreSQL does not start in " + data + ": " + reason(watchdog.firstWords()));
            }
        }
    }

    /**
     * A server whose watchdog was killed as well, or has not stopped it yet. No other program can be using it, for the directory is ours. A
     * number in the file that is some other process by now is no server, but PostgreSQL would take it for one and refuse to start.
     */
    void stopLeftover() throws IOException {
        var file = data.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return;
        }
        var process = ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0)));
        var command = process.flatMap(found -> found.info().commandLine());
        if (command.filter(line -> line.contains(data.toString())).isPresent()) {
            binaries.run("pg_ctl", List.of("stop", "-s", "-w", "-m", "fast", "-D", data.toString()));
        } else if (process.isEmpty() || command.isPresent()) {
            Files.deleteIfExists(file);
        }
    }

    private String reason(String said) throws IOException {
        if (Files.notExists(log)) {
            return said;
        }
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("FATAL"))
                .reduce(said, (first, last) -> last);
    }
}
