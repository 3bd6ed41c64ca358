package dev.latchkey.support;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/** Whom the database knows. */
public enum DatabaseUser {
    /** Made the tables, and may do everything; no row is hidden from them. */
    OWNER("quarkus.liquibase"),

    /** Whom the application's pool signs in as. On a connection of its own nobody has said whose rows to show. */
    APPLICATION("quarkus.datasource");

    private final String settings;

    DatabaseUser(String settings) {
        this.settings = settings;
    }

    DataSource dataSource() {
        var config = ConfigProvider.getConfig();
        var database = new PGSimpleDataSource();
        database.setUrl(config.getValue("quarkus.datasource.jdbc.url", String.class));
        database.setUser(config.getValue(settings + ".username", String.class));
        database.setPassword(config.getValue(settings + ".password", String.class));
        return database;
    }

    /** The first column of each row. */
    public List<String> reads(String question) {
        try (var connection = dataSource().getConnection();
                var answer = connection.createStatement().executeQuery(question)) {
            var texts = new ArrayList<String>();
            while (answer.next()) {
                texts.add(answer.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One after another, in one transaction. */
    public void does(String... statements) {
        try (var connection = dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (var statement : statements) {
                connection.createStatement().execute(statement);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
