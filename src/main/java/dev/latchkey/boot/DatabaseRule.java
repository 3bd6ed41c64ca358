package dev.latchkey.boot;

import dev.latchkey.standalone.GivenConfig;
import dev.latchkey.standalone.StandaloneSettings;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** An older server would fail in the middle of a migration, in words that do not help the operator. If the server cannot be asked its version, a later step reports that. */
final class DatabaseRule {

    private static final int OLDEST = 18;
    private static final String PATIENCE = "5"; // seconds, for the connection and for each answer

    private DatabaseRule() {}

    static Optional<String> brokenBy(GivenConfig configured) {
        var url = configured.value(StandaloneSettings.DATABASE).orElse("");
        try (var connection = new Driver().connect(url, properties(configured))) {
            if (connection == null) {
                return Optional.of("QUARKUS_DATASOURCE_JDBC_URL must be one of PostgreSQL, such as"
                        + " jdbc:postgresql://db.example.com/latchkey.");
            }
            var version = connection.getMetaData().getDatabaseMajorVersion();
            return version < OLDEST
                    ? Optional.of("The database server is PostgreSQL " + version + ", and Latchkey needs " + OLDEST
                            + " or later: upgrade it, or set QUARKUS_DATASOURCE_JDBC_URL to one that is.")
                    : Optional.empty();
        } catch (SQLException unreachable) {
            return Optional.empty();
        }
    }

    private static Properties properties(GivenConfig configured) {
        var properties = new Properties();
        configured.value("quarkus.datasource.username").ifPresent(user -> properties.setProperty("user", user));
        configured.value("quarkus.datasource.password").ifPresent(word -> properties.setProperty("password", word));
        properties.setProperty("connectTimeout", PATIENCE);
        properties.setProperty("loginTimeout", PATIENCE);
        properties.setProperty("socketTimeout", PATIENCE);
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }
}
