package dev.latchkey.access;

import dev.latchkey.tenancy.RequestTenant;
import dev.latchkey.tenancy.TenantConnectionInterceptor;
import dev.latchkey.tenancy.TenantScope;
import dev.latchkey.tokens.Audience;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session is still live, and what its holder may do now. Every request asks this, and the answer also tells the database whose rows to
 * show from then on. Plain JDBC, one round trip by primary keys outside a transaction, for it is paid each time.
 */
@ApplicationScoped
class LiveSessions {

    /**
     * Who is calling is found among the sessions of all, and within a request's time, whatever the connection served before: that is said first.
     * Both statements travel together.
     */
    private static final String QUESTION = """
            select set_config('latchkey.clinic', '*', false), set_config('statement_timeout', ?, false);
            select clinic_id, client_id, staff_member_id, role, must_enrol,
                   set_config('latchkey.clinic', clinic_id::text, false),
                   set_config('latchkey.caller', coalesce('client:' || client_id, 'staff:' || staff_member_id), false)
              from %s where id = ?
            """;

    private static final String OF_CLIENT = QUESTION.formatted("live_client_session");
    private static final String OF_STAFF = QUESTION.formatted("live_session");

    private final DataSource database;
    private final TenantConnectionInterceptor scopes;
    private final RequestTenant caller;

    LiveSessions(DataSource database, TenantConnectionInterceptor scopes, RequestTenant caller) {
        this.database = database;
        this.scopes = scopes;
        this.caller = caller;
    }

    Optional<LiveSession> find(UUID sessionId, Audience audience) {
        caller.beginResolving();
        try (var connection = database.getConnection()) {
            scopes.markUnknown(connection);
            var session = find(connection, sessionId, audience == Audience.CLIENT ? OF_CLIENT : OF_STAFF);
            if (session.isPresent()) {
                scopes.markKnown(connection, session.get().scope());
                caller.resolve(session.get().scope());
            }
            return session;
        } catch (SQLException e) {
            throw new IllegalStateException("the session could not be looked up", e);
        } finally {
            caller.endResolving();
        }
    }

    private Optional<LiveSession> find(Connection connection, UUID sessionId, String sql) throws SQLException {
        try (var question = connection.prepareStatement(sql)) {
            question.setString(1, scopes.timeout());
            question.setObject(2, sessionId);
            question.execute();
            question.getMoreResults();
            try (var answer = question.getResultSet()) {
                return answer.next()
                        ? Optional.of(new LiveSession(
                                sessionId,
                                answer.getObject(1, UUID.class),
                                answer.getObject(2, UUID.class),
                                answer.getObject(3, UUID.class),
                                answer.getString(4),
                                answer.getBoolean(5)))
                        : Optional.empty();
            }
        }
    }

    record LiveSession(
            UUID id,
            UUID clinicId,
            @Nullable UUID clientId,
            @Nullable UUID staffMemberId,
            @Nullable String role,
            boolean mustEnrol) {

        TenantScope scope() {
            return TenantScope.of(clinicId, clientId, staffMemberId);
        }
    }
}
