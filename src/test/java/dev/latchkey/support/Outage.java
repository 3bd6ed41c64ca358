package dev.latchkey.support;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** Takes the database away while it is in use. */
public final class Outage {

    private Outage() {}

    /** As a restart of the server does to a pool. */
    public static void dropsItsIdleConnections() {
        Database.count("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid() and state = 'idle'");
    }

    /** No other request gets a connection until these are closed. */
    public static Connections allConnections() throws SQLException {
        return connections(all());
    }

    /** Everybody else shares one connection until these are closed. */
    public static Connections allConnectionsButOne() throws SQLException {
        return connections(all() - 1);
    }

    private static int all() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.max-size", int.class);
    }

    private static Connections connections(int howMany) throws SQLException {
        var taken = new Connections(new ArrayList<>());
        for (var i = 0; i < howMany; i++) {
            taken.list.add(pool().getConnection());
        }
        return taken;
    }

    /** Until it is closed, every row written to this table fails with this SQLSTATE. */
    public static Undo failsWritesTo(String table, String state) {
        return fails("insert", table, state);
    }

    /** Until it is closed, every change of a row that is there fails. */
    public static Undo failsChangesOf(String table) {
        return fails("update", table, "58000");
    }

    private static Undo fails(String what, String table, String state) {
        Database.execute(
                "create function fail() returns trigger language plpgsql as $$ begin raise exception 'told to fail'"
                        + " using errcode = '" + state + "'; end $$");
        Database.execute(
                "create trigger fail before " + what + " on " + table + " for each row execute function fail()");
        return () -> Database.execute("drop function fail() cascade");
    }

    private static DataSource pool() {
        return Arc.container().instance(DataSource.class).get();
    }

    /** What is put right again at the end. */
    public interface Undo extends AutoCloseable {

        @Override
        void close();
    }

    /** Connections that are held on to. */
    public record Connections(List<Connection> list) implements AutoCloseable {

        public int size() {
            return list.size();
        }

        @Override
        public void close() throws SQLException {
            for (var connection : list) {
                connection.close();
            }
        }
    }
}
