package dev.latchkey.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.faults.PostOffice.DeliveredMail;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What answers have promised, and what must stay true of it whatever happens to the installation. */
final class Promises {

    private static final Duration QUEUES_ARE_EMPTY_WITHIN = Duration.ofSeconds(90);

    private final Set<String> asks = ConcurrentHashMap.newKeySet();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final Set<String> invoices = ConcurrentHashMap.newKeySet();
    private final Map<String, String> numbers = new ConcurrentHashMap<>();
    private final Set<String> payments = ConcurrentHashMap.newKeySet();
    private int forgivenCopies;
    private long copiesSoFar;

    /** How many letters may be sent twice in this run: by a node that dies between the server's word and the note of it. */
    void forgivesLetterCopies(int most) {
        forgivenCopies = most;
    }

    void ask(String publicId) {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(publicId));
        asks.add(new UUID(bytes.getLong(), bytes.getLong()).toString());
    }

    void session(String secret, String session) {
        var earlier = sessions.put(secret, session);
        assertThat(earlier).as("the session that the same link opened before").isNull();
    }

    void invoice(String id) {
        invoices.add(id);
    }

    void number(String id, String number) {
        numbers.put(id, number);
    }

    void payment(String id, String status) {
        assertThat(status).isEqualTo("paid");
        payments.add(id);
    }

    /** Until everything that was queued is done. */
    void settle(Cluster cluster) {
        await("nothing is queued any more")
                .atMost(QUEUES_ARE_EMPTY_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        cluster.database.count("select (select count(*) from login_request where answered_at is null)"
                                        + " + (select count(*) from letter where status = 'queued')")
                                == 0);
    }

    void hold(Cluster cluster) throws SQLException {
        everyAskIsAnswered(cluster);
        everyLetterWentOutOnce(cluster);
        oneLinkLivesAndOpensOneSession(cluster);
        everyInvoiceIsThere(cluster);
    }

    private void everyAskIsAnswered(Cluster cluster) throws SQLException {
        var answered = cluster
                .database
                .rows("select r.id from login_request r join login_link l on l.request_id = r.id"
                        + " join letter t on t.id = l.letter_id where r.outcome = 'LINK_SENT' and (t.status = 'sent'"
                        + " or t.status = 'withdrawn' and l.superseded_at is not null)")
                .stream()
                .map(row -> row.get(0))
                .toList();
        assertThat(without(asks, answered)).as("asks that no letter answers").isEmpty();
    }

    private static Set<String> without(Set<String> some, List<String> others) {
        var left = new HashSet<>(some);
        others.forEach(left::remove);
        return left;
    }

    /** A withdrawn one may have been on its way already. */
    private void everyLetterWentOutOnce(Cluster cluster) throws SQLException {
        var delivered = cluster.mail.delivered().stream().collect(groupingBy(DeliveredMail::id, counting()));
        var letters = cluster.database.rows("select id, status from letter").stream()
                .collect(toMap(row -> row.get(0), row -> row.get(1)));
        assertThat(letters.entrySet())
                .as("letters that were sent and never arrived")
                .allMatch(letter -> !letter.getValue().equals("sent") || delivered.containsKey(letter.getKey()));
        assertThat(letters.keySet()).as("letters that arrived without a cause").containsAll(delivered.keySet());
        var copies = delivered.values().stream().mapToLong(times -> times - 1).sum();
        var ofThisRun = copies - copiesSoFar;
        var forgiven = forgivenCopies;
        copiesSoFar = copies;
        forgivenCopies = 0;
        assertThat(ofThisRun).as("letters that arrived again").isLessThanOrEqualTo(forgiven);
        assertThat(cluster.database.count("select count(*) from (select request_id from login_link"
                        + " where request_id is not null group by request_id having count(*) > 1) twice"))
                .as("requests answered twice")
                .isZero();
    }

    private void oneLinkLivesAndOpensOneSession(Cluster cluster) throws SQLException {
        assertThat(cluster.database.count("select count(*) from (select from login_link where redeemed_at is null"
                        + " and superseded_at is null and revoked_at is null group by clinic_id, address_key"
                        + " having count(*) > 1) twice"))
                .as("addresses with two live links")
                .isZero();
        assertThat(cluster.database.count("select count(*) from (select from session where login_link_id is not null"
                        + " group by login_link_id having count(*) > 1) twice"))
                .as("links with two sessions")
                .isZero();
        assertThat(cluster.database.count("select count(*) from login_link l where (redeemed_at is not null)"
                        + " <> exists (select from session where login_link_id = l.id)"))
                .as("links used without a session, or the other way round")
                .isZero();
        var opened = cluster.database.rows("select id from session").stream()
                .map(row -> row.get(0))
                .toList();
        assertThat(without(new HashSet<>(sessions.values()), opened))
                .as("sessions lost")
                .isEmpty();
    }

    private void everyInvoiceIsThere(Cluster cluster) throws SQLException {
        var all = cluster.database.rows(
                "select id, coalesce('INV-' || lpad(number::text, greatest(4, length(number::text)), '0'), ''),"
                        + " status, (select count(*) from payment where invoice_id = i.id) from invoice i");
        var stored = all.stream().collect(toMap(row -> row.get(0), row -> row.get(1)));
        assertThat(stored.keySet()).as("invoices, each of them once").isEqualTo(invoices);
        assertThat(stored).as("numbers").containsAllEntriesOf(numbers);
        assertThat(all.stream()
                        .filter(row -> payments.contains(row.get(0)))
                        .filter(row -> row.get(2).equals("PAID") && row.get(3).equals("1")))
                .as("invoices paid once")
                .hasSize(payments.size());
        assertThat(cluster
                        .database
                        .rows("select count(number), max(number), count(distinct number), last_number"
                                + " from invoice join invoice_counter using (clinic_id) group by last_number")
                        .stream()
                        .flatMap(List::stream)
                        .distinct()
                        .collect(joining(", ")))
                .as("numbers given, the highest of them, how many different ones, the counter")
                .isEqualTo(String.valueOf(numbers.size()));
    }
}
