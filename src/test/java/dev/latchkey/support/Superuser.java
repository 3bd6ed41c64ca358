package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** The user who may do everything in the database of an installation. */
public record Superuser(EmbeddedPostgres database) {

    public void tells(String command) throws SQLException {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** A script of the test's resources. */
    public void runs(String script) throws IOException, SQLException {
        try (var file = Superuser.class.getResourceAsStream(script)) {
            tells(new String(file.readAllBytes(), UTF_8));
        }
    }

    public long counts(String question) throws SQLException {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    public Dump dumps() throws SQLException {
        try (var connection = database.getPostgresDatabase().getConnection()) {
            return Dump.of(connection);
        }
    }

    public void letsTimePassForSigningKeys(Duration time) throws SQLException {
        tells(
                "set session_replication_role = replica; update signing_key set created_at = created_at - interval '%1$d s',"
                        .concat(" signs_from = signs_from - interval '%1$d s'")
                        .formatted(time.toSeconds()));
    }
}
