package dev.latchkey.access;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;

/**
 * Gives every connection that is taken from the pool the scope of whoever takes it. The check of the session has just set it on the
 * connection this thread gets again (web.Workers), so a request pays nothing for it; only a connection that last served somebody else is set anew.
 */
@ApplicationScoped
class RowScopes implements AgroalPoolInterceptor {

    private static final String SET = "select set_config('latchkey.clinic', ?, ?), set_config('latchkey.caller', ?, ?)";

    private final Map<PGConnection, RowScope> lastSet = Collections.synchronizedMap(new WeakHashMap<>());
    private final CallersScope caller;

    RowScopes(CallersScope caller) {
        this.caller = caller;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            if (!isCallerBeingAsked()) {
                show(connection, wanted());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a connection could not be told whose rows to show", e);
        }
    }

    private boolean isCallerBeingAsked() {
        return isRequest() && caller.isBeingAsked();
    }

    private RowScope wanted() {
        return isRequest() ? caller.scope() : RowScope.EVERYTHING;
    }

    private static boolean isRequest() {
        return Arc.container().requestContext().isActive();
    }

    /** Within a transaction for as long as that lasts, so that a rollback leaves the connection as it is remembered here. */
    private void show(Connection connection, RowScope scope) throws SQLException {
        var physical = connection.unwrap(PGConnection.class);
        if (scope.equals(lastSet.get(physical))) {
            return;
        }
        var transaction = !connection.getAutoCommit();
        if (!transaction) {
            lastSet.remove(physical);
        }
        try (var statement = connection.prepareStatement(SET)) {
            statement.setString(1, scope.clinic());
            statement.setBoolean(2, transaction);
            statement.setString(3, scope.caller());
            statement.setBoolean(4, transaction);
            statement.execute();
        } catch (SQLException e) {
            // Never to be used with the scope of whoever had it before.
            connection.abort(Runnable::run);
            throw e;
        }
        if (!transaction) {
            lastSet.put(physical, scope);
        }
    }

    /** What a statement of the caller's is about to set outside a transaction. */
    void isBeingSet(Connection connection) throws SQLException {
        lastSet.remove(connection.unwrap(PGConnection.class));
    }

    void isSet(Connection connection, RowScope scope) throws SQLException {
        lastSet.put(connection.unwrap(PGConnection.class), scope);
    }
}
