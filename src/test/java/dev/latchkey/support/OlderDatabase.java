package dev.latchkey.support;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/** A database as a version of before left it, beside the suite's own; its owner is no superuser, so that row-level security binds them. */
public final class OlderDatabase implements AutoCloseable {

    private static final String PASSWORD = "the owner's own";

    private final String name = "older_" + UUID.randomUUID().toString().replace('-', '_');
    private final Liquibase changes;

    private OlderDatabase() throws SQLException, LiquibaseException {
        Database.execute("create role " + name + " login password '" + PASSWORD.replace("'", "''") + "'");
        Database.execute("create database " + name + " owner " + name);
        var url = DatabaseUser.url().replaceFirst("/[^/?]+(?=\\?|$)", "/" + name);
        var connection = new JdbcConnection(DriverManager.getConnection(url, name, PASSWORD));
        changes = new Liquibase("db/changelog.yaml", new ClassLoaderResourceAccessor(), connection);
        changes.setChangeLogParameter("application", "nobody");
    }

    /** With all changes that came before this one. */
    public static OlderDatabase before(String change) throws Exception {
        var older = new OlderDatabase();
        var unmade = older.changes.listUnrunChangeSets(new Contexts(), new LabelExpression());
        var those = IntStream.range(0, unmade.size())
                .filter(n -> unmade.get(n).getId().equals(change))
                .findFirst()
                .orElseThrow();
        older.changes.update(those, "");
        return older;
    }

    /** Makes the changes that are left. */
    public void migrates() throws LiquibaseException {
        changes.update("");
    }

    /** As a node does, of whatever clinic. */
    public void does(String change, Object... values) throws SQLException {
        begin().execute("select set_config('latchkey.clinic', '*', true)")
                .execute(change, values)
                .commit();
    }

    /** The one value that it answers with, as text. */
    public String reads(String question, Object... values) throws SQLException {
        return begin().execute("select set_config('latchkey.clinic', '*', true)")
                .reads(question, values);
    }

    private Transaction begin() throws SQLException {
        var connection = ((JdbcConnection) changes.getDatabase().getConnection()).getUnderlyingConnection();
        connection.rollback();
        connection.setAutoCommit(false);
        return new Transaction(Objects.requireNonNull(connection));
    }

    @Override
    public void close() throws LiquibaseException {
        changes.close();
        Database.execute("drop database " + name);
        Database.execute("drop role " + name);
    }
}
