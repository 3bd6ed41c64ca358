package dev.latchkey.standalone;

import dev.latchkey.framework.ApplicationEnd;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server that never outlives this process. */
final class Postmaster {

    // Reads to the end of its standard input, which the kernel closes when this process is gone, however it went. It
    // stops by number the server it started, for the directory may belong to a successor by then, and it is deaf to
    // what the terminal sends to all.
    private static final String WATCHDOG = """
            trap '' HUP INT PIPE TERM
            "$1" start -s -w -t 60 -D "$2" -l "$3" -o "$4" </dev/null || exit 1
            read -r postmaster <"$2/postmaster.pid"
            echo started
            exec >/dev/null 2>&1
            cat
            kill -INT "$postmaster"
            while [ -e "$2/postmaster.pid" ] && kill -0 "$postmaster"; do sleep 0.1; done
            """;

    // A session of its own, where there is setsid, so that killing the whole process group leaves it alive to do its
    // work.
    private static final String DETACHED =
            "if command -v setsid >/dev/null; then exec setsid sh -c \"$0\" \"$@\"; else exec sh -c \"$0\" \"$@\"; fi";

    private static final String STARTED = "started";
    private static final int TRIES = 3;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;

    Postmaster(PostgresBinaries binaries, Path data, Path log) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
    }

    /** Returns once the server answers; {@code claim} is released when it has stopped. */
    void start(String options, Closeable claim) throws IOException {
        for (var tries = 1; ; tries++) {
            stopLeftover();
            Files.deleteIfExists(log);
            var watchdog = watchdog(options);
            var said = firstWords(watchdog);
            if (said.endsWith(STARTED)) {
                stopWithThisProcess(watchdog, claim);
                return;
            }
            if (tries == TRIES) {
                throw new StartupException("The embedded PostgreSQL does not start in " + data + ": " + reason(said));
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

    private Process watchdog(String options) throws IOException {
        return binaries.process(List.of(
                        "sh",
                        "-c",
                        DETACHED,
                        WATCHDOG,
                        "latchkey-watchdog",
                        binaries.program("pg_ctl"),
                        data.toString(),
                        log.toString(),
                        options))
                .start();
    }

    private static String firstWords(Process watchdog) throws IOException {
        var said = new StringJoiner(" ");
        var reader = watchdog.inputReader(StandardCharsets.UTF_8);
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.equals(STARTED)) {
                break;
            }
        }
        return said.toString();
    }

    private String reason(String said) throws IOException {
        if (Files.notExists(log)) {
            return said;
        }
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("FATAL"))
                .reduce(said, (first, last) -> last);
    }

    private static void stopWithThisProcess(Process watchdog, Closeable claim) throws IOException {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(watchdog, claim), "standalone-database"));
        } catch (IllegalStateException e) { // this process is already going down
            watchdog.getOutputStream().close();
            throw new StartupException("The start was interrupted.");
        }
    }

    private static void stop(Process watchdog, Closeable claim) {
        ApplicationEnd.await(LONGEST_STOP); // what it still has to write must find the database
        try (claim) {
            watchdog.getOutputStream().close();
            watchdog.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            // The end of this process tells the watchdog just as well.
        }
    }
}
