package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged application as an operator runs it: a process of its own, told by its environment alone what to do. */
public final class PackagedApp implements AutoCloseable {

    static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A shell's background job ignores SIGINT, and so does whatever it starts; GNU's env ends that. */
    private static final List<String> HEARING_SIGINT = prefix("env", "--default-signal=INT");

    private final Path directory;
    private final Map<String, String> settings;
    private final boolean livesLong;
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;
    private final int samplePort = FreePort.next();

    private PackagedApp(Path directory, Map<String, String> settings, boolean livesLong, int port, int managementPort)
            throws IOException {
        this.directory = directory;
        this.settings = settings;
        this.livesLong = livesLong;
        this.port = port;
        this.managementPort = managementPort;
        this.log = Files.createTempFile(directory, "printed", ".log");
        this.process = started();
    }

    /** The least that an operator has to settle; letters go nowhere. */
    public static Map<String, String> settled(String database, Path directory) {
        return new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database,
                "QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_FROM", "no-reply@example.org",
                "LATCHKEY_PORTAL_URL", "https://portal.example.org/{slug}",
                "LATCHKEY_STAFF_URL", "https://staff.example.org",
                "LATCHKEY_SECRET", "lZ1nYk0mWc2rV8dQ4tJ7xH3bP9sFgA6uEoRiKqTzNwM=",
                "LATCHKEY_FILES_DIRECTORY", directory.resolve("files").toString()));
    }

    /** Does not wait for anything. It runs in that directory, knows nothing but these settings, and prints into a file there. */
    public static PackagedApp start(Path directory, Map<String, String> settings) {
        try {
            return new PackagedApp(directory, settings, false, FreePort.next(), FreePort.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for a test that takes so long that it is worth while to compile it well. */
    public static PackagedApp startForLong(Path directory, Map<String, String> settings) {
        try {
            return new PackagedApp(directory, settings, true, FreePort.next(), FreePort.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that has ended: at the same ports, and knowing this too. */
    public PackagedApp startedAgain(Map<String, String> more) {
        var all = new HashMap<>(settings);
        all.putAll(more);
        try {
            return new PackagedApp(directory, all, livesLong, port, managementPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process started() throws IOException {
        // Compiled once and quickly, for it lives a minute: two of them share the machine with the test.
        // What the virtual machine says of its archive of classes is not what the application prints.
        var command = new ArrayList<>(HEARING_SIGINT);
        command.addAll(List.of(
                java(),
                livesLong ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                ClassArchive.option(),
                "-jar",
                JAR.toString()));
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = new HashMap<>(settings);
        environment.put("PATH", System.getenv("PATH"));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("LATCHKEY_STANDALONE_SAMPLE_PORT", Integer.toString(samplePort));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Nothing, where there is no such command. */
    private static List<String> prefix(String... command) {
        try {
            var tried = new ArrayList<>(List.of(command));
            tried.add("true");
            return new ProcessBuilder(tried).start().waitFor() == 0 ? List.of(command) : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** From then on, {@link Person}s call this application. */
    public PackagedApp untilItPrints(String words) {
        await().atMost(PATIENCE).until(() -> printed().contains(words) || !process.isAlive());
        assertThat(printed()).contains(words);
        System.setProperty("test.url", "http://127.0.0.1:" + port);
        return this;
    }

    public String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the kernel or a power cut would end it: SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        untilItEnds();
    }

    /** As an operator would: SIGTERM. The exit code. */
    public int stop() {
        beginsToStop();
        return untilItEnds();
    }

    /** Does not wait for the end. */
    public void beginsToStop() {
        process.destroy();
    }

    /** As a person at the keyboard would: SIGINT, which Java has no name for. The exit code. */
    public int interrupt() throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        return untilItEnds();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The port that is not for the public. */
    public URI managementUri() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** Where the sample is, if it runs standalone, and its letters lead. */
    public URI sampleUri() {
        return URI.create("http://localhost:" + samplePort);
    }

    /** Whether it shows a portal's page, as it does for every slug. */
    public boolean hasSample() {
        try {
            var page = sampleUri().resolve("/a-clinic").toURL().openConnection();
            return ((HttpURLConnection) page).getResponseCode() == 200;
        } catch (ConnectException nothingIsThere) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As its operator calls it, on the port that is not for the public. */
    public Node management() {
        return new Node(managementUri());
    }

    /** The first answer may take longer than it is waited for, where much else goes on. */
    public PackagedApp untilItIsReady() {
        await().atMost(PATIENCE).until(() -> managementStatus("/q/health/ready") == 200);
        return this;
    }

    /** What an answer's status is there. */
    public int managementStatus(String path) throws IOException {
        var url = managementUri().resolve(path).toURL();
        return ((HttpURLConnection) url.openConnection()).getResponseCode();
    }

    /** The exit code. */
    public int untilItEnds() {
        await().dontCatchUncaughtExceptions() // of a mail server in this process, whose connections end with it
                .atMost(PATIENCE)
                .until(() -> !process.isAlive());
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            ClassArchive.keepClassesOf(process);
        }
        kill();
    }
}
