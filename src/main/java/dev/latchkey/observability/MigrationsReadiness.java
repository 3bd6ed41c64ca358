package dev.latchkey.observability;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether every change that this build brings has been made to the database. Changes are never taken back: one yes is good for ever. */
@Readiness
@ApplicationScoped
class MigrationsReadiness implements HealthCheck {

    private static final String CHANGELOG = "/db/changelog.yaml";

    private final DataSource database;
    private final Set<String> changes = changesOfThisBuild();
    private final CachedProbe<Set<String>> missing = new CachedProbe<>(Duration.ZERO, this::missing);
    private volatile boolean done;

    MigrationsReadiness(DataSource database) {
        this.database = database;
    }

    private static Set<String> changesOfThisBuild() {
        try (var file = MigrationsReadiness.class.getResourceAsStream(CHANGELOG)) {
            var files = new TreeSet<String>();
            new YAMLMapper().readTree(file).findValues("file").forEach(name -> files.add(name.asText()));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("the list of changes cannot be read", e);
        }
    }

    @Override
    public HealthCheckResponse call() {
        var answer = done ? Optional.of(Set.<String>of()) : missing.answer();
        done = answer.filter(Set::isEmpty).isPresent();
        return HealthCheckResponse.named("migrations")
                .withData(
                        "missing", answer.map(files -> String.join(", ", files)).orElse("unknown"))
                .status(done)
                .build();
    }

    private Set<String> missing() throws SQLException {
        var missing = new TreeSet<>(changes);
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select filename from databasechangelog")) {
            while (answer.next()) {
                missing.remove(answer.getString(1));
            }
        }
        return missing;
    }
}
