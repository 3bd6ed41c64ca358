package dev.latchkey.standalone;

import dev.latchkey.standalone.DatabaseCluster.Durability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Map;

/** The PostgreSQL of a standalone installation, open to this machine alone. */
final class EmbeddedDatabase {

    private static final String APPLICATION = "latchkey_application";
    private static final String PASSWORD = "application-password";
    private static final String OPTIONS =
            "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c timezone=UTC %s";

    private final StandaloneDirectory directory;
    private final DatabaseCluster cluster;

    private EmbeddedDatabase(DatabaseCluster cluster) {
        this.directory = cluster.directory();
        this.cluster = cluster;
    }

    /** The settings that lead to it; it is started unless this process has started it already. */
    static Map<String, String> in(StandaloneDirectory directory, Durability durability) {
        var running = "embedded-postgresql:" + directory.path();
        if (System.getProperty(running) == null) {
            var port = new EmbeddedDatabase(new DatabaseCluster(directory, durability)).start();
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
                DatabaseCluster.OWNER,
                "quarkus.liquibase.password",
                directory.secret(DatabaseCluster.OWNERS_PASSWORD));
    }

    private static String address(Object port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private int start() {
        var claim = DirectoryClaim.on(directory);
        try {
            return start(claim);
        } catch (IOException | SQLException | RuntimeException e) {
            claim.close();
            throw e instanceof StartupException known
                    ? known
                    : new StartupException("The embedded PostgreSQL does not start.", e);
        }
    }

    private int start(DirectoryClaim claim) throws IOException, SQLException {
        var binaries = PostgresBinaries.unpackedFor(directory);
        var postmaster = new Postmaster(binaries, cluster.data(), directory.file("database.log"));
        if (cluster.durability() == Durability.THROWN_AWAY) {
            postmaster.stopLeftover();
            directory.empty();
        }
        cluster.initialiseOnce(binaries);
        var port = freePort();
        postmaster.start(OPTIONS.formatted(port, cluster.durability().options()), claim);
        letTheApplicationIn(port);
        return port;
    }

    /** As a user that owns nothing, so that row-level security binds it. */
    private void letTheApplicationIn(int port) throws SQLException {
        try (var connection = cluster.connectAsOwner(address(port));
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
}
