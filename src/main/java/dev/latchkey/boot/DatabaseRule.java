package dev.latchkey.boot;

import dev.latchkey.standalone.GivenConfig;
import dev.latchkey.standalone.StandaloneSettings;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** An older server would fail in the middle of a migration, in words that do not help the operator. One that is away, or does not let us in, would be reported in fifty lines. */
final class DatabaseRule {

    private static final int OLDEST = 18;
    private static final String PATIENCE = "5"; // seconds, for the connection and for each answer

    private DatabaseRule() {}

    static Optional<String> brokenBy(GivenConfig configured) {
        var migrates = configured
                .value("quarkus.liquibase.migrate-at-start")
                .map(GivenConfig::isYes)
                .orElse(true);
        return brokenBy(configured, "quarkus.datasource")
                .or(() -> migrates && configured.has("quarkus.liquibase.username")
                        ? brokenBy(configured, "quarkus.liquibase")
                        : Optional.empty());
    }

    private static Optional<String> brokenBy(GivenConfig configured, String account) {
        var url = configured.value(StandaloneSettings.DATABASE).orElse("");
        try (var connection = new Driver().connect(url, properties(configured, account))) {
            if (connection == null) {
                return Optional.of("QUARKUS_DATASOURCE_JDBC_URL must be one of PostgreSQL, such as"
                        + " jdbc:postgresql://db.example.com/latchkey.");
            }
            var version = connection.getMetaData().getDatabaseMajorVersion();
            return version < OLDEST
                    ? Optional.of("The database server is PostgreSQL " + version + ", and Latchkey needs " + OLDEST
                            + " or later: upgrade it, or set QUARKUS_DATASOURCE_JDBC_URL to one that is.")
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.of(
                    sentence(Objects.requireNonNullElse(e.getSQLState(), ""), GivenConfig.variable(account)));
        }
    }

    /** By the state (PostgreSQL, Appendix A), for the message may quote the URL with a password in it. */
    private static String sentence(String state, String account) {
        if (state.startsWith("28")) {
            return account + "_USERNAME and " + account
                    + "_PASSWORD do not open the database: its server does not let this"
                    + " user in with this password (" + state + ").";
        }
        return switch (state) {
            case "3D000" ->
                "QUARKUS_DATASOURCE_JDBC_URL names a database that its server does not have: create it, or correct the name.";
            case "42501" -> account + "_USERNAME may not connect to the database: grant it that.";
            case "53300", "57P03" ->
                "The database server at QUARKUS_DATASOURCE_JDBC_URL takes no connection now (" + state
                        + "): it is starting, or full.";
            default ->
                "QUARKUS_DATASOURCE_JDBC_URL leads to no PostgreSQL that answers (" + state
                        + "): is it up, and are host and port right, as in jdbc:postgresql://db.example.com:5432/latchkey?";
        };
    }

    private static Properties properties(GivenConfig configured, String account) {
        var properties = new Properties();
        configured.value(account + ".username").ifPresent(user -> properties.setProperty("user", user));
        configured.value(account + ".password").ifPresent(word -> properties.setProperty("password", word));
        properties.setProperty("connectTimeout", PATIENCE);
        properties.setProperty("loginTimeout", PATIENCE);
        properties.setProperty("socketTimeout", PATIENCE);
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }
}
