package dev.latchkey.observability;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database answers, on a connection such as a request would get, and can be written to: a standby cannot. */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {

    private final DataSource database;
    private final CachedProbe<Boolean> takesWrites = new CachedProbe<>(Duration.ZERO, this::takesWrites);

    DatabaseReadiness(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = takesWrites.answer();
        return HealthCheckResponse.named("database")
                .withData("answers", answer.isPresent())
                .status(answer.orElse(false))
                .build();
    }

    private boolean takesWrites() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select not pg_is_in_recovery()")) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
