package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Does what no caller can: lets time pass, and looks at what is stored. */
public final class Database {

    private Database() {}

    /** As if this link had been minted so many minutes ago. */
    public static void minutesPassForLinksTo(String email, int minutes) {
        letsTimePass(
                "update login_link set minted_at = minted_at - make_interval(mins => ?),"
                        + " expires_at = expires_at - make_interval(mins => ?) where address_key = ?",
                minutes,
                minutes,
                email);
    }

    /** As if what was asked at this clinic's portal had been asked so many hours earlier. */
    public static void hoursPassForRequestsAt(String slug, int hours) {
        letsTimePass(
                "update login_request set asked_at = asked_at - make_interval(hours => ?)"
                        + " where clinic_id = (select id from clinic where slug = ?)",
                hours,
                slug);
    }

    public static void minutesPassForChoicesOf(String email, int minutes) {
        letsTimePass(
                "update profile_choice set expires_at = expires_at - make_interval(mins => ?)"
                        + " where login_link_id in (select id from login_link where address_key = ?)",
                minutes,
                email);
    }

    public static void hoursPassForInvitationsOf(String email, int hours) {
        letsTimePass(
                "update staff_invitation set expires_at = expires_at - make_interval(hours => ?)"
                        + " where staff_member_id in (select id from staff_member where address_key = ?)",
                hours,
                email);
    }

    public static void hoursPassForEmailChangesTo(String email, int hours) {
        letsTimePass(
                "update email_change set requested_at = requested_at - make_interval(hours => ?),"
                        + " expires_at = expires_at - make_interval(hours => ?) where lower(email) = lower(?)",
                hours,
                hours,
                email);
    }

    /** As if the slug had been given up so many days earlier. */
    public static void daysPassForSlug(String slug, int days) {
        letsTimePass(
                "update retired_slug set retired_at = retired_at - make_interval(days => ?) where slug = ?",
                days,
                slug);
    }

    public static void minutesPassForResetsOf(String email, int minutes) {
        letsTimePass(
                "update staff_password_reset set minted_at = minted_at - make_interval(mins => ?),"
                        + " expires_at = expires_at - make_interval(mins => ?)"
                        + " where staff_member_id in (select id from staff_member where address_key = ?)",
                minutes,
                minutes,
                email);
    }

    public static void minutesPassForSignInsOf(String email, int minutes) {
        letsTimePass(
                "update staff_factor_challenge set expires_at = expires_at - make_interval(mins => ?)"
                        + " where staff_member_id in (select id from staff_member where address_key = ?)",
                minutes,
                email);
    }

    /** As if a day had passed for all limits. */
    public static void forgetsWhatWasCounted() {
        try (var forgetting = begin()) {
            // Otherwise a request that counts in another order than the rows lie could wait for this, and this for it.
            forgetting
                    .execute("lock table rate_limit in share row exclusive mode")
                    .execute("delete from rate_limit")
                    .commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void minutesPassForLimits(int minutes) {
        try (var passing = begin()) {
            // As above.
            passing.execute("lock table rate_limit in share row exclusive mode")
                    .execute("update rate_limit set tat = tat - make_interval(mins => ?)", minutes)
                    .commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void hoursPassForSessionsOf(String clientId, int hours) {
        secondsPassForSessionsOf(clientId, hours * 3600);
    }

    public static void secondsPassForSessionsOf(String holderId, int seconds) {
        letsTimePass(
                "update session set opened_at = opened_at - make_interval(secs => ?),"
                        + " refreshed_at = refreshed_at - make_interval(secs => ?),"
                        + " ends_at = ends_at - make_interval(secs => ?) where ? in (client_id, staff_member_id)",
                seconds,
                seconds,
                seconds,
                UUID.fromString(holderId));
    }

    public static long count(String question, Object... values) {
        try (var connection = DatabaseUser.OWNER.pooled();
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

    /** Who did what in that request, in whatever chain: {@code staff client-read}. */
    public static List<String> actsIn(String requestId) {
        try (var connection = DatabaseUser.OWNER.pooled();
                var statement = connection.prepareStatement(
                        "select lower(actor_kind) || ' ' || replace(lower(act), '_', '-') from audit_event"
                                + " where request_id = ? order by id")) {
            statement.setString(1, requestId);
            var acts = new ArrayList<String>();
            try (var answer = statement.executeQuery()) {
                while (answer.next()) {
                    acts.add(answer.getString(1));
                }
            }
            return acts;
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
        try (var connection = DatabaseUser.OWNER.pooled();
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
        return begin().execute(question, values);
    }

    public static Transaction begin() throws SQLException {
        var connection = DatabaseUser.OWNER.pooled();
        connection.setAutoCommit(false);
        return new Transaction(connection);
    }

    /** A hash that takes half a second to check, and that no password has. */
    public static void makesThePasswordDear(String email) {
        makesThePasswordCost("m=19456,t=20", email);
    }

    public static void makesThePasswordCheap(String email) {
        makesThePasswordCost("m=64,t=1", email);
    }

    private static void makesThePasswordCost(String cost, String email) {
        execute(
                "update staff_member set password_hash = ? where address_key = ?",
                "$argon2id$v=19$" + cost + ",p=1$" + "c2FsdHNhbHRzYWx0c2FsdA" + "$" + "A".repeat(43),
                email);
    }

    public static UUID clinicId(String slug) {
        try (var connection = DatabaseUser.OWNER.pooled();
                var statement = connection.prepareStatement("select id from clinic where slug = ?")) {
            statement.setString(1, slug);
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands for ever stands at another time. */
    private static void letsTimePass(String change, Object... values) {
        try {
            tampers(change, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As only the superuser can: past triggers and foreign keys. */
    public static void tampers(String change, Object... values) throws SQLException {
        try (var superuser = begin()) {
            superuser
                    .execute("set local session_replication_role = replica")
                    .execute(change, values)
                    .commit();
        }
    }

    public static void hoursPassForKey(String key, int hours) {
        letsTimePass(
                "update idempotency_key set kept_at = kept_at - make_interval(hours => ?) where key = ?", hours, key);
    }

    public static void timePassesForSigningKeys(Duration time) {
        letsTimePass(
                "update signing_key set created_at = created_at - make_interval(secs => ?),"
                        + " signs_from = signs_from - make_interval(secs => ?)",
                time.toSeconds(),
                time.toSeconds());
    }
}
