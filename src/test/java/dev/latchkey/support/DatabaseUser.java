package dev.latchkey.support;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/** Whom the database knows. */
public enum DatabaseUser {
    /** Made the tables, and may do everything; no row is hidden from them. */
    OWNER("quarkus.liquibase"),

    /** Whom the application's pool signs in as. A connection of its own has no tenant, so it is shown every row. */
    APPLICATION("quarkus.datasource");

    /** By database and user: an application that is started again has another database. */
    private static final Map<List<String>, AgroalDataSource> POOLS = new ConcurrentHashMap<>();

    private static final int MOST = 20;

    private final String settings;

    DatabaseUser(String settings) {
        this.settings = settings;
    }

    DataSource dataSource() {
        var database = new PGSimpleDataSource();
        database.setUrl(url());
        database.setUser(setting("username"));
        database.setPassword(setting("password"));
        return database;
    }

    /** From a pool, for a connection of its own costs a password. What was not committed is rolled back by {@link Transaction}. */
    Connection pooled() throws SQLException {
        return POOLS.computeIfAbsent(List.of(url(), setting("username")), whose -> pool())
                .getConnection();
    }

    private AgroalDataSource pool() {
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(MOST)
                            // Some tests end what is idle, as a restart of the server would.
                            .validateOnBorrow(true)
                            .connectionValidator(ConnectionValidator.defaultValidator())
                            .connectionFactoryConfiguration(user -> user.jdbcUrl(url())
                                    .principal(new NamePrincipal(setting("username")))
                                    .credential(new SimplePassword(setting("password"))))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String url() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    }

    private String setting(String name) {
        return ConfigProvider.getConfig().getValue(settings + "." + name, String.class);
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
