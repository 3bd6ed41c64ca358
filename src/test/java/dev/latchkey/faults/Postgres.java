package dev.latchkey.faults;

import static org.awaitility.Awaitility.await;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A database server that can be stopped, killed and started again, as its operator or the machine would. */
final class Postgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Path data;
    private final List<String> command;

    Postgres(Path directory) throws IOException {
        data = directory.resolve("database");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("max_connections", "100")
                .setServerConfig(
                        "synchronous_commit", "on") // which the library turns off, and what was committed is lost
                .setServerConfig("fsync", "on")
                .start();
        command = new ArrayList<>(new UnixSystem().getUid() == 0 ? List.of("unshare", "-U") : List.of());
        command.addAll(List.of(Files.readString(Path.of("/proc/" + postmaster().pid() + "/cmdline"))
                .split("\0")));
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    /** What {@code pg_ctl stop -m fast} does: every client of it is cut off. */
    void stop() throws Exception {
        var postmaster = postmaster();
        new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                .start()
                .waitFor();
        untilItIsGone(postmaster);
    }

    /** SIGKILL, as the kernel would when memory runs out. */
    void kill() throws IOException {
        var postmaster = postmaster();
        var children = postmaster.children().toList();
        postmaster.destroyForcibly();
        untilItIsGone(postmaster);
        children.forEach(Postgres::untilItIsGone); // they notice, and end by themselves
    }

    void start() throws Exception {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("database.log").toFile()))
                .start();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> {
                    return count("select 1") == 1;
                });
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static void untilItIsGone(ProcessHandle process) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> !process.isAlive());
    }

    void tells(String command) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    long count(String question) throws SQLException {
        return Long.parseLong(rows(question).get(0).get(0));
    }

    List<List<String>> rows(String question) throws SQLException {
        return rows(question, "postgres");
    }

    /** Every value as text; what is null is "". */
    List<List<String>> rows(String question, String database) throws SQLException {
        try (var connection = server.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            var rows = new ArrayList<List<String>>();
            while (answer.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                    row.add(Objects.requireNonNullElse(answer.getString(column), ""));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
