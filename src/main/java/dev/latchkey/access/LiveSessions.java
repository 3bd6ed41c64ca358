package dev.latchkey.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session still stands: the question every request asks. Plain JDBC, one round trip by primary key outside a transaction,
 * for it is paid each time.
 */
@ApplicationScoped
class LiveSessions {

    private static final String QUESTION = """
            select clinic_id, client_id, staff_member_id, role
              from session
             where id = ? and ended_at is null and clock_timestamp() < ends_at
            """;

    private final DataSource database;

    LiveSessions(DataSource database) {
        this.database = database;
    }

    Optional<LiveSession> find(UUID sessionId) {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement(QUESTION)) {
            question.setObject(1, sessionId);
            try (var answer = question.executeQuery()) {
                return answer.next()
                        ? Optional.of(new LiveSession(
                                sessionId,
                                answer.getObject(1, UUID.class),
                                answer.getObject(2, UUID.class),
                                answer.getObject(3, UUID.class),
                                answer.getString(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the session could not be looked up", e);
        }
    }

    record LiveSession(
            UUID id,
            UUID clinicId,
            @Nullable UUID clientId,
            @Nullable UUID staffMemberId,
            @Nullable String role) {}
}
