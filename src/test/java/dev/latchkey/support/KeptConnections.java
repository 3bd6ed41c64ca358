package dev.latchkey.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * Connections that wait for the next question: a password costs both sides thousands of hashes (SCRAM), and a suite asks thousands of questions.
 * Whatever was not committed is rolled back when one is closed, as it is on a connection of its own.
 */
final class KeptConnections implements ConnectionEventListener {

    private static final int PATIENCE_SECONDS = 1;

    private final PGConnectionPoolDataSource database = new PGConnectionPoolDataSource();
    private final Deque<PooledConnection> idle = new ConcurrentLinkedDeque<>();

    KeptConnections(String url, String user, String password) {
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password);
    }

    Connection take() throws SQLException {
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            var connection = alive(kept);
            if (connection != null) {
                return connection;
            }
        }
        var opened = database.getPooledConnection();
        opened.addConnectionEventListener(this);
        return opened.getConnection();
    }

    /** Some tests end what is idle, as a restart of the server would. */
    private static @Nullable Connection alive(PooledConnection kept) throws SQLException {
        try {
            var connection = kept.getConnection();
            if (connection.isValid(PATIENCE_SECONDS)) {
                return connection;
            }
        } catch (SQLException e) {
            // it ended while it was in use
        }
        kept.close();
        return null;
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        idle.push((PooledConnection) event.getSource());
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
        // seen when it is taken again
    }
}
