package dev.latchkey.tenancy;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;

/**
 * Gives every connection that is taken from the pool the scope and the patience of its taker. The check of the session has just set it on
 * the connection this thread gets again (overload.WorkerDispatch), so a request pays nothing for it; only a connection that last served
 * another tenant is set again.
 */
@ApplicationScoped
public class TenantConnectionInterceptor implements AgroalPoolInterceptor {

    private static final String SET = "select set_config('latchkey.clinic', ?, ?), set_config('latchkey.caller', ?, ?),"
            + " set_config('statement_timeout', ?, ?)";
    private static final String NO_TIMEOUT = "0";

    private final Map<PGConnection, ConnectionSettings> lastSet = Collections.synchronizedMap(new WeakHashMap<>());
    private final RequestTenant caller;
    private final CurrentVertxRequest request;
    private final String timeout;

    TenantConnectionInterceptor(RequestTenant caller, CurrentVertxRequest request, DatabaseSettings settings) {
        this.caller = caller;
        this.request = request;
        this.timeout = String.valueOf(settings.statementTimeout().toMillis());
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            if (!isResolving()) {
                show(connection, required());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a connection could not be told whose rows to show", e);
        }
    }

    private boolean isResolving() {
        return hasScope() && caller.isResolving();
    }

    private ConnectionSettings required() {
        return hasScope()
                ? new ConnectionSettings(caller.scope(), isOverHttp() ? timeout : NO_TIMEOUT)
                : new ConnectionSettings(TenantScope.EVERYTHING, NO_TIMEOUT);
    }

    /** The scope of a request is there also where none is, as while the application starts: that may take its time. */
    private boolean isOverHttp() {
        return request.getCurrent() != null;
    }

    private static boolean hasScope() {
        return Arc.container().requestContext().isActive();
    }

    /** Within a transaction for as long as that lasts, so that a rollback leaves the connection as it is remembered here. */
    private void show(Connection connection, ConnectionSettings told) throws SQLException {
        var physical = connection.unwrap(PGConnection.class);
        if (told.equals(lastSet.get(physical))) {
            return;
        }
        var transaction = !connection.getAutoCommit();
        if (!transaction) {
            lastSet.remove(physical);
        }
        try (var statement = connection.prepareStatement(SET)) {
            statement.setString(1, told.scope.clinic());
            statement.setBoolean(2, transaction);
            statement.setString(3, told.scope.caller());
            statement.setBoolean(4, transaction);
            statement.setString(5, told.timeout);
            statement.setBoolean(6, transaction);
            statement.execute();
        } catch (SQLException e) {
            // Never to be used with the scope of the one who had it before.
            connection.abort(Runnable::run);
            throw e;
        }
        if (!transaction) {
            lastSet.put(physical, told);
        }
    }

    /** What a statement of the caller's is about to set outside a transaction. */
    public void markUnknown(Connection connection) throws SQLException {
        lastSet.remove(connection.unwrap(PGConnection.class));
    }

    public void markKnown(Connection connection, TenantScope scope) throws SQLException {
        lastSet.put(connection.unwrap(PGConnection.class), new ConnectionSettings(scope, timeout));
    }

    /** How long a statement of a request may take, in milliseconds. */
    public String timeout() {
        return timeout;
    }

    /** Whose rows the database shows on a connection, and how long it may work for them. */
    private record ConnectionSettings(TenantScope scope, String timeout) {}
}
