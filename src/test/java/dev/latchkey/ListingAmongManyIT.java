package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Contract;
import dev.latchkey.support.Installation;
import dev.latchkey.support.Node;
import dev.latchkey.support.Plans;
import dev.latchkey.support.Portal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every list, among 100,000 clients: none may cost more the more of them there are, so it is read from an index in its order, a search for a
 * name that every client or no client has like any other.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ListingAmongManyIT {

    private static final List<String> BUSY_AND_QUIET =
            List.of("01900000-0006-7000-8000-000000000000", "01900000-0006-7000-8000-000000000007");
    private static final Pattern LARGE = Pattern.compile(
            "(?:from|join)\\s+(?:appointment|audit_event|client|clinic|document|invoice|letter"
                    + "|location|login_link|login_link_batch|login_link_batch_recipient|practitioner|service|session|staff_member)\\s");

    /** Who asks, and with which filters. */
    private static final Map<String, List<String>> LISTS = Map.ofEntries(
            Map.entry(Api.SESSIONS, List.of("")),
            Map.entry(Api.APPOINTMENTS, List.of("", "when=past", "status=pending", "when=past&status=pending")),
            Map.entry(Api.INVOICES, List.of("", "status=open", "overdue=true", "overdue=false")),
            Map.entry(Api.FILES, List.of("", "from=clinic")),
            Map.entry(Api.CLINICS, List.of("")),
            Map.entry(Api.OPERATOR_AUDIT_EVENTS, List.of("")),
            Map.entry(Api.MEMBERS, List.of("")),
            Map.entry(Api.STAFF_SESSIONS, List.of("")),
            Map.entry(Api.AUDIT_EVENTS, List.of("")),
            Map.entry(Api.LOCATIONS, List.of("")),
            Map.entry(Api.PRACTITIONERS, List.of("")),
            Map.entry(Api.SERVICES, List.of("")),
            Map.entry(
                    Api.CLIENTS,
                    List.of(
                            "",
                            "archived=true",
                            "portal=invited",
                            "portal=signed-in&archived=true",
                            "portal=never-invited&q=f",
                            "portal=signed-in&email=client-7@example.org",
                            "q=family",
                            "q=f",
                            "q=given1%20family%20unknown",
                            "q=g%20x%20f%20y%20z%20q",
                            "q=unknown&archived=true",
                            "q=given7%20f&email=client-7@example.org",
                            "email=client-7@example.org",
                            "phone=%2B493010000007",
                            "phone=%2B493010000007&q=given7",
                            "phone=%2B493010000007&email=client-7@example.org",
                            "q=%2B49%2030%2010000007",
                            "q=%2B493010000049&archived=true")),
            Map.entry(Api.LINK_BATCHES, List.of("")),
            Map.entry(Api.LINK_BATCHES + "/{batchId}/clients", List.of("", "status=left-out")),
            Map.entry(Api.CLIENTS + "/{id}/login-links", List.of("", "status=failed")),
            Map.entry(Api.LOGIN_LINKS, List.of("", "status=failed", "sentBy=" + Portal.ANY_ID)),
            Map.entry(Api.CLIENTS + "/{id}/merges", List.of("")),
            Map.entry(Api.CLIENTS + "/{id}/appointments", List.of("", "when=past", "status=pending")),
            Map.entry(Api.CLIENTS + "/{id}/invoices", List.of("", "status=open", "overdue=true")),
            Map.entry(Api.CLIENTS + "/{id}/files", List.of("")));

    private static Installation installation;
    private static String client;

    @BeforeAll
    static void fill(@TempDir Path directory) throws Exception {
        installation = Installation.explaining(directory);
        installation.superuser().runs("/many-clients.sql");
        client = installation.one().redeems("100000").text(201, "accessToken");
    }

    @AfterAll
    static void end() throws Exception {
        installation.close();
    }

    @Test
    void takes_every_list_of_the_contract() {
        assertThat(LISTS.keySet())
                .containsExactlyInAnyOrderElementsOf(Contract.read().lists().toList());
    }

    @Test
    void reads_each_from_an_index_in_its_order() {
        var plans = installation.plans();
        var before = plans.length();

        LISTS.forEach((path, filters) -> filters.forEach(filter -> leafThroughAll(path, filter)));

        assertThat(plans.listSince(before).stream().filter(ListingAmongManyIT::isAboutLargeTables))
                .hasSizeGreaterThan(2 * LISTS.size())
                .noneMatch(Plans::isSlowInLargeTables);
    }

    private static void leafThroughAll(String path, String filter) {
        BUSY_AND_QUIET.forEach(
                id -> leafThrough(path, path.replace("{id}", id).replace("{batchId}", id) + "?limit=7&" + filter));
    }

    private static void leafThrough(String path, String first) {
        var cursor = get(path, first).body().get("nextCursor");
        if (cursor != null && !cursor.isNull()) {
            get(path, first + "&cursor=" + cursor.asText());
        }
    }

    private static Node.Answer get(String list, String path) {
        var who = list.startsWith(Api.OPERATOR)
                ? Installation.OPERATOR_KEY
                : list.startsWith(Api.STAFF) ? installation.owner() : client;
        var answer = installation.one().get(path, who);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer;
    }

    private static boolean isAboutLargeTables(String plan) {
        return plan.stripLeading().startsWith("select") && LARGE.matcher(plan).find();
    }
}
