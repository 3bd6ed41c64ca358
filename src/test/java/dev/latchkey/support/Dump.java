package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every row of every table, as text. */
public final class Dump {

    /** Where an address is on record, because a person is reached at it or (for a day) was answered with it. */
    private static final Map<String, String> ADDRESSES = Map.of(
            "address_flag", "address_key",
            "client", "email,address_key",
            "clinic", "reply_to",
            "staff_member", "email,address_key",
            "email_change", "email,replaces",
            "idempotency_key", "body",
            "letter", "recipient",
            "login_link", "address_key",
            "login_link_batch_recipient", "address_key",
            "session", "address_key");

    private final Map<String, String> all;
    private final Map<String, String> withoutAddresses;

    private Dump(Map<String, String> all, Map<String, String> withoutAddresses) {
        this.all = all;
        this.withoutAddresses = withoutAddresses;
    }

    /** Of the database that the tests of this process share. */
    public static Dump ofTheSuite() throws SQLException {
        try (var connection = DatabaseUser.OWNER.dataSource().getConnection()) {
            return of(connection);
        }
    }

    static Dump of(Connection connection) throws SQLException {
        var all = new TreeMap<String, String>();
        var withoutAddresses = new TreeMap<String, String>();
        for (var table : tables(connection)) {
            var rows = rows(connection, table, "");
            var addresses = ADDRESSES.get(table);
            all.put(table, rows);
            withoutAddresses.put(table, addresses == null ? rows : rows(connection, table, addresses));
        }
        return new Dump(all, withoutAddresses);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var names = statement.executeQuery("select relname from pg_class"
                        + " where relkind in ('r', 'p', 'm') and relnamespace = 'public'::regnamespace")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private static String rows(Connection connection, String table, String without) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select string_agg((to_jsonb(one) - string_to_array(?, ','))::text, E'\\n') from " + table + " one")) {
            statement.setString(1, without);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        }
    }

    public Map<String, String> tables() {
        return all;
    }

    /** But for the columns in which addresses are on record. */
    public Map<String, String> tablesWithoutAddresses() {
        return withoutAddresses;
    }

    public boolean has(String table) {
        return all.containsKey(table);
    }

    /** The tables in which these words stand: as they are, as their bytes, or in Base64. */
    public List<String> tablesWith(String words) {
        return tables(all, words);
    }

    /** The same, but for the columns in which addresses are on record. */
    public List<String> tablesThatName(String address) {
        return tables(withoutAddresses, address);
    }

    private static List<String> tables(Map<String, String> rows, String words) {
        var shapes = shapes(words);
        return rows.entrySet().stream()
                .filter(table -> shapes.stream().anyMatch(shape -> HiddenValues.standsIn(table.getValue(), shape)))
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<String> shapes(String words) {
        var bytes = words.getBytes(UTF_8);
        return List.of(
                words,
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
