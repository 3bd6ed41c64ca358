package dev.latchkey.standalone;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The PostgreSQL of a standalone installation, open to this machine alone. */
final class EmbeddedDatabase {

    private static final String OWNER = "latchkey";
    private static final String OWNERS_PASSWORD = "database-password";
    private static final String APPLICATION = "latchkey_application";
    private static final String PASSWORD = "application-password";
    private static final String OPTIONS =
            "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c timezone=UTC %s";

    private final StandaloneDirectory directory;
    private final Durability durability;

    private EmbeddedDatabase(StandaloneDirectory directory, Durability durability) {
        this.directory = directory;
        this.durability = durability;
    }

    /** The settings that lead to it; it is started unless this process has started it already. */
    static Map<String, String> in(StandaloneDirectory directory, Durability durability) {
        var running = "embedded-postgresql:" + directory.path();
        if (System.getProperty(running) == null) {
            var port = new EmbeddedDatabase(directory, durability).start();
            System.setProperty(running, Integer.toString(port));
        }
        return Map.of(
                StandaloneSettings.DATABASE,
                address(System.getProperty(running)),
                "quarkus.datasource.username",
                APPLICATION,
                "quarkus.datasource.password",
                directory.secret(PASSWORD),
                "quarkus.liquibase.username",
                OWNER,
                "quarkus.liquibase.password",
                directory.secret(OWNERS_PASSWORD));
    }

    private static String address(Object port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private int start() {
        var claim = directory.claim();
        try {
            return start(claim);
        } catch (IOException | SQLException | RuntimeException e) {
            release(claim);
            throw e instanceof StartupException known
                    ? known
                    : new StartupException("The embedded PostgreSQL does not start.", e);
        }
    }

    private int start(Closeable claim) throws IOException, SQLException {
        var binaries = PostgresBinaries.unpackedFor(directory);
        var data = directory.file("database");
        var postmaster = new Postmaster(binaries, data, directory.file("database.log"));
        if (durability == Durability.THROWN_AWAY) {
            postmaster.stopLeftover();
            directory.empty();
        }
        if (Files.notExists(data)) {
            initialise(binaries, data);
        }
        var port = freePort();
        postmaster.start(OPTIONS.formatted(port, durability.options), claim);
        letTheApplicationIn(port);
        return port;
    }

    /** Under another name until it is whole, so that a start cut short leaves nothing half made. */
    private void initialise(PostgresBinaries binaries, Path data) throws IOException {
        directory.secret(OWNERS_PASSWORD);
        var fresh = directory.file("database." + ProcessHandle.current().pid());
        if (Files.exists(fresh)) {
            StandaloneDirectory.delete(fresh);
        }
        var arguments = new ArrayList<>(List.of("-D", fresh.toString(), "-U", OWNER, "-A", "scram-sha-256"));
        arguments.addAll(List.of("--pwfile", directory.file(OWNERS_PASSWORD).toString()));
        // The same order and the same capitals on every machine.
        arguments.addAll(List.of("-E", "UTF8", "--locale", "C", "--locale-provider", "builtin"));
        arguments.addAll(List.of("--builtin-locale", "C.UTF-8"));
        if (durability == Durability.THROWN_AWAY) {
            // Tests open connections by the thousand, and an expensive password hash would keep no one out.
            arguments.addAll(List.of("--no-sync", "--set", "scram_iterations=1"));
        }
        binaries.run("initdb", arguments);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** As a user that owns nothing, so that row-level security binds it. */
    private void letTheApplicationIn(int port) throws SQLException {
        try (var connection = DriverManager.getConnection(address(port), OWNER, directory.secret(OWNERS_PASSWORD));
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s login;
                      end if;
                      alter role %1$s password '%2$s';
                    end $$
                    """.formatted(APPLICATION, directory.secret(PASSWORD)));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void release(Closeable claim) {
        try {
            claim.close();
        } catch (IOException e) {
            // The end of this process releases it just as well.
        }
    }

    /** What becomes of the data when this process ends. */
    enum Durability {
        KEPT("-c fsync=on -c synchronous_commit=on -c full_page_writes=on"),
        THROWN_AWAY("-c fsync=off -c synchronous_commit=off -c full_page_writes=off");

        private final String options;

        Durability(String options) {
            this.options = options;
        }
    }
}
