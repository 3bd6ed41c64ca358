package dev.latchkey.support;

import java.sql.Connection;
import java.sql.SQLException;

/** An open transaction, as on another node; rolled back unless it is committed. */
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

    /** The one value that it answers with, as text. */
    public String reads(String question, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getString(1);
            }
        }
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
