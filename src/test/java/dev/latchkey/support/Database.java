package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What no caller can do: let time pass, and look at what is stored. */
public final class Database {

    private Database() {}

    /** As if this link had been minted so many minutes ago. */
    public static void minutesPassForLinksTo(String email, int minutes) {
        execute(
                "update login_link set minted_at = minted_at - make_interval(mins => ?),"
                        + " expires_at = expires_at - make_interval(mins => ?) where address_key = ?",
                minutes,
                minutes,
                email);
    }

    public static void minutesPassForChoicesOf(String email, int minutes) {
        execute(
                "update profile_choice set expires_at = expires_at - make_interval(mins => ?)"
                        + " where login_link_id in (select id from login_link where address_key = ?)",
                minutes,
                email);
    }

    public static void hoursPassForInvitationsOf(String email, int hours) {
        execute(
                "update staff_invitation set expires_at = expires_at - make_interval(hours => ?)"
                        + " where staff_member_id in (select id from staff_member where address_key = ?)",
                hours,
                email);
    }

    public static void hoursPassForSessionsOf(String clientId, int hours) {
        execute(
                "update session set opened_at = opened_at - make_interval(hours => ?),"
                        + " ends_at = ends_at - make_interval(hours => ?) where client_id = ?",
                hours,
                hours,
                UUID.fromString(clientId));
    }

    public static long count(String question, Object... values) {
        try (var connection = dataSource().getConnection();
                var statement = connection.prepareStatement(question)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether these words stand in a row of the table: as text, or as the bytes of a text. */
    public static boolean holds(String table, String words) {
        var bytes = HexFormat.of().formatHex(words.getBytes(UTF_8));
        return count(
                        "select count(*) from " + table + " as one where position(? in one::text) > 0"
                                + " or position(? in one::text) > 0",
                        words,
                        bytes)
                > 0;
    }

    public static void execute(String change, Object... values) {
        try (var connection = dataSource().getConnection();
                var statement = connection.prepareStatement(change)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what the question locks until it is closed, as another transaction on another node would. */
    public static AutoCloseable holding(String question, Object... values) throws SQLException {
        var connection = dataSource().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(question)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
        return () -> {
            connection.rollback();
            connection.close();
        };
    }

    private static DataSource dataSource() {
        return Arc.container().instance(DataSource.class).get();
    }
}
