package dev.latchkey.jobs;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which rows of a queue are whose, for all nodes, by the database's clock. Plain JDBC: each step is one round trip, and holds no row longer. Those
 * that are locked are left out, for their node is at them; or they are locked in the order of their ids, as all others do.
 */
final class QueueTable {

    /** Their node has stopped sending heartbeats. It may say yet that it lives, for it may only have found the database away. */
    private static final UUID RESTING = new UUID(0, 0);

    private static final String CLAIM = """
            with urgent_ones as materialized (
              select id from %1$s
               where urgent and claimed_by is null and due_at <= statement_timestamp()
               order by due_at
               limit ?
               for update skip locked),
            others as materialized (
              select id from %1$s
               where not urgent and claimed_by is null and due_at <= statement_timestamp()
               order by due_at
               limit (select case when ? then ? - count(*) else 0 end from urgent_ones)
               for update skip locked)
            update %1$s set claimed_by = ?, due_at = clock_timestamp() + ? * interval '1 ms'
             where id = any (array (select id from urgent_ones union all select id from others))
            returning id
            """;

    private static final String EXTEND = """
            update %1$s set claimed_by = ?, due_at = clock_timestamp() + ? * interval '1 ms'
             where id = any (array (
               select id from %1$s where id = any (?) and due_at is not null and claimed_by in (?, ?) for update skip locked))
            """;

    private static final String REVIVE = """
            update %1$s
               set claimed_by = case claimed_by when ? then null else ?::uuid end,
                   attempts = attempts + case claimed_by when ? then 1 else 0 end,
                   due_at = clock_timestamp() + case claimed_by when ? then 0 else ? end * interval '1 ms'
             where id = any (array (
               select id from %1$s where claimed_by is not null and due_at <= statement_timestamp() for update skip locked))
            """;

    private static final String POSTPONE = """
            update %1$s
               set claimed_by = null, attempts = attempts + 1,
                   due_at = clock_timestamp() + least(? * power(2, least(attempts, 30)), ?) * interval '1 ms'
             where id = any (array (
               select id from %1$s where id = any (?) and due_at is not null and claimed_by in (?, ?) order by id for update))
            """;

    private static final String RELEASE = """
            update %1$s set claimed_by = null, due_at = clock_timestamp() - interval '1 minute'
             where id = any (array (
               select id from %1$s where id = any (?) and due_at is not null and claimed_by in (?, ?) order by id for update))
            """;

    private static final String ADOPT = """
            update %1$s set due_at = clock_timestamp() - interval '1 minute' where id = ? and due_at is null
            """;

    private final DataSource database;
    private final String name;
    private final UUID node;

    QueueTable(DataSource database, String name, UUID node) {
        this.database = database;
        this.name = name;
        this.node = node;
    }

    /** The most urgent first. Others leave them alone for as long as the lease, which is to be extended meanwhile. */
    List<UUID> claim(int most, boolean evenIfNotUrgent, Duration lease) {
        return ask(CLAIM, claim -> {
            claim.setInt(1, most);
            claim.setBoolean(2, evenIfNotUrgent);
            claim.setInt(3, most);
            claim.setObject(4, node);
            claim.setLong(5, lease.toMillis());
            var ids = new ArrayList<UUID>();
            try (var rows = claim.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        });
    }

    void extend(Collection<UUID> ids, Duration lease) {
        ask(EXTEND, extend -> {
            extend.setObject(1, node);
            extend.setLong(2, lease.toMillis());
            setOwn(extend, 3, ids);
            return extend.executeUpdate();
        });
    }

    /** Lets rest what nodes have claimed that do not extend it any more, and frees what has rested. How many rows that were. */
    int revive(Duration rest) {
        return ask(REVIVE, revive -> {
            for (var i = 1; i <= 4; i++) {
                revive.setObject(i, RESTING);
            }
            revive.setLong(5, rest.toMillis());
            return revive.executeUpdate();
        });
    }

    /** Until the next attempt; after each one twice as long. */
    void postpone(Collection<UUID> ids, Duration first, Duration longest) {
        ask(POSTPONE, postpone -> {
            postpone.setLong(1, first.toMillis());
            postpone.setLong(2, longest.toMillis());
            setOwn(postpone, 3, ids);
            return postpone.executeUpdate();
        });
    }

    /** As if they had not been claimed, and due since a minute ago, as new ones are. */
    void release(Collection<UUID> ids) {
        ask(RELEASE, release -> {
            setOwn(release, 1, ids);
            return release.executeUpdate();
        });
    }

    private void setOwn(PreparedStatement statement, int from, Collection<UUID> ids) throws SQLException {
        statement.setArray(from, array(statement, ids));
        statement.setObject(from + 1, node);
        statement.setObject(from + 2, RESTING);
    }

    private static Array array(PreparedStatement statement, Collection<UUID> ids) throws SQLException {
        return statement.getConnection().createArrayOf("uuid", ids.toArray());
    }

    /** Makes due what never was. */
    void adopt(UUID id) {
        ask(ADOPT, adopt -> {
            adopt.setObject(1, id);
            return adopt.executeUpdate();
        });
    }

    private <T> T ask(String how, Question<T> question) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(how.formatted(name))) {
            return question.ask(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the queue in " + name + " could not be read or written", e);
        }
    }

    private interface Question<T> {
        T ask(PreparedStatement statement) throws SQLException;
    }
}
