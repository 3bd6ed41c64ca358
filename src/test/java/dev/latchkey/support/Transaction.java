package dev.latchkey.support;

import java.sql.Connection;
import java.sql.SQLException;

/** One that is open, as on another node; rolled back unless it is committed. */
public record Transaction(Connection connection) implements AutoCloseable {

    public Transaction execute(String change, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(change)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
        return this;
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
