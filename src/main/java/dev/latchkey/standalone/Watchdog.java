package dev.latchkey.standalone;

import dev.latchkey.framework.ApplicationEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/** The shell that starts PostgreSQL, and stops it when this process is gone. */
record Watchdog(Process shell, String firstWords) {

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
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    /** Returns once the server answers, or cannot be started. */
    static Watchdog start(PostgresBinaries binaries, Path data, Path log, String options) throws IOException {
        var shell = binaries.process(List.of(
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
        return new Watchdog(shell, firstWords(shell));
    }

    private static String firstWords(Process shell) throws IOException {
        var said = new StringJoiner(" ");
        var reader = shell.inputReader(StandardCharsets.UTF_8);
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.equals(STARTED)) {
                break;
            }
        }
        return said.toString();
    }

    boolean hasStartedServer() {
        return firstWords.endsWith(STARTED);
    }

    /** {@code claim} is released when the server has stopped. */
    void stopWithThisProcess(DirectoryClaim claim) throws IOException {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(claim), "standalone-database"));
        } catch (IllegalStateException e) { // this process is already going down
            shell.getOutputStream().close();
            throw new StartupException("The start was interrupted.");
        }
    }

    private void stop(DirectoryClaim claim) {
        ApplicationEnd.await(LONGEST_STOP); // what it still has to write must find the database
        try (claim) {
            shell.getOutputStream().close();
            shell.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            // The end of this process tells the watchdog just as well.
        }
    }
}
