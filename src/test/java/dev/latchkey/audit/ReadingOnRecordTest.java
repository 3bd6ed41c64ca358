package dev.latchkey.audit;

import static dev.latchkey.support.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Database;
import dev.latchkey.support.Outage;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import dev.latchkey.support.Trail.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadingOnRecordTest {

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person mia = clinic.client("Mia");
    private final Trail trail = Trail.of(clinic);
    private final String client = Api.CLIENTS + "/" + mia.id();

    @Test
    void tells_who_looked_at_whom_and_what_changed_but_never_to_what() {
        var name = "Zora" + UUID.randomUUID();
        var read = owner.get(client);

        var changed = owner.patch(client, Map.of("givenName", name));

        assertThat(trail.lineOf(read)).satisfies(line -> {
            assertThat(line).hasToString("staff client-read");
            assertThat(line.actor().id()).isEqualTo(owner.id());
            assertThat(line.clientId()).isEqualTo(mia.id());
            assertThat(line.changed()).isEmpty();
        });
        assertThat(trail.lineOf(changed).changed()).containsExactlyInAnyOrder("givenName", "displayName");
        assertThat(Database.holds("audit_event", name)).isFalse();
    }

    @Test
    void tells_which_file_was_put_there_shared_and_taken_away() {
        var name = "a" + UUID.randomUUID() + ".txt";
        var uploaded = owner.uploads(mia, name, "Three times a day.".getBytes(UTF_8), false);
        String id = uploaded.path("id");
        var shared = owner.patch(Api.STAFF_FILES + "/" + id, Map.of("shared", true));
        var deleted = owner.delete(Api.STAFF_FILES + "/" + id);

        var lines = List.of(trail.lineOf(uploaded), trail.lineOf(shared), trail.lineOf(deleted));
        assertThat(lines).extracting(Line::act).containsExactly("file-uploaded", "file-changed", "file-deleted");
        assertThat(lines).extracting(Line::recordId).containsOnly(id);
        assertThat(lines).extracting(Line::clientId).containsOnly(mia.id());
        assertThat(lines.get(1).changed()).contains("shared");
        assertThat(Database.holds("audit_event", name)).isFalse();
    }

    @Test
    void tells_what_changed_of_an_invoice() {
        var bill = Bill.draft(owner, mia, "120.50");

        var later = owner.patch(bill.path(), Map.of("dueOn", "2031-01-02"));
        var dearer = owner.patch(bill.path(), Map.of("lines", List.of(Bill.line("1", "130.50", "AUD", "0"))));

        assertThat(trail.lineOf(later)).satisfies(line -> {
            assertThat(line).hasToString("staff invoice-changed");
            assertThat(line.recordId()).isEqualTo(bill.id());
            assertThat(line.changed()).containsExactly("dueOn");
        });
        assertThat(trail.lineOf(dearer).changed()).containsExactlyInAnyOrder("lines", "total", "outstanding");
    }

    @Test
    void tells_of_each_download_and_of_one_in_parts_once() {
        String id = owner.uploads(mia, "a.txt", "Three times a day.".getBytes(UTF_8), true)
                .path("id");
        mia.signsIn();

        var parts = List.of(part(mia, id, "0-3"), part(mia, id, "4-7"), part(mia, id, "8-"));
        var whole = List.of(mia.get(Api.FILES + "/" + id + "/content"), mia.get(Api.FILES + "/" + id + "/content"));

        assertThat(parts).extracting(Response::statusCode).containsOnly(206);
        assertThat(parts.stream().flatMap(this::acts)).containsExactly("client file-downloaded");
        assertThat(whole.stream().flatMap(this::acts))
                .containsExactly("client file-downloaded", "client file-downloaded");
        assertThat(trail.lineOf(whole.get(0)).recordId()).isEqualTo(id);
    }

    private static Response part(Person reader, String id, String range) {
        return reader.request().header("Range", "bytes=" + range).get(Api.FILES + "/" + id + "/content");
    }

    private Stream<String> acts(Response answer) {
        return trail.actsIn(answer.header("X-Request-Id")).stream();
    }

    @Test
    void is_what_is_shown_or_nothing_is_shown() {
        String id = owner.uploads(mia, "a.txt", "Three times a day.".getBytes(UTF_8), true)
                .path("id");

        try (var ignored = Outage.failsWritesTo("audit_event", "23514")) {
            for (var path : List.of(client, client + "/files", Api.STAFF_FILES + "/" + id + "/content")) {
                var answer = owner.get(path);
                assertRefused(answer, 500, "internal-error");
                assertThat(answer.asString()).doesNotContain("Mia", "Three times");
            }
        }
    }

    @Test
    void tells_who_called_what_they_have_no_right_to_once_a_minute_each() {
        var accountant = clinic.staff("accountant");
        mia.signsIn();

        var first = accountant.get(client);
        var again = accountant.get(client);
        var other = accountant.sends("PATCH", client, Map.of(), Map.of("If-Match", "\"any\""));
        var byClient = mia.get(client);

        assertRefused(first, 403, "forbidden");
        assertRefused(again, 403, "forbidden");
        assertThat(trail.lineOf(first)).satisfies(line -> {
            assertThat(line).hasToString("staff right-refused forbidden");
            assertThat(line.actor().id()).isEqualTo(accountant.id());
            assertThat(line.operation()).isEqualTo("getClient");
        });
        assertThat(acts(again)).isEmpty();
        assertThat(trail.lineOf(other).operation()).isEqualTo("changeClient");
        assertThat(trail.lineOf(byClient)).hasToString("client right-refused forbidden");
    }

    @Test
    void tells_so_again_when_a_minute_has_passed() {
        var accountant = clinic.staff("accountant");
        accountant.get(client);
        Database.minutesPassForLimits(1);

        assertThat(trail.lineOf(accountant.get(client))).hasToString("staff right-refused forbidden");
    }

    /** It is refused before a worker has it. */
    @Test
    void tells_of_an_upload_that_was_refused() {
        var refused = clinic.staff("accountant").uploads(mia, "a.txt", "Three times a day.".getBytes(UTF_8), false);

        assertRefused(refused, 403, "forbidden");
        assertThat(trail.lineOf(refused)).hasToString("staff right-refused forbidden");
    }

    @Test
    void tells_of_a_refused_right_or_refuses_it_all_the_same() {
        var accountant = clinic.staff("accountant");
        try (var ignored = Outage.failsWritesTo("audit_event", "23514")) {
            assertRefused(accountant.get(client), 403, "forbidden");
        }
    }

    /** Or a caller could make their requests look like one, or like another's. */
    @Test
    void names_a_request_by_an_id_of_our_own_beside_the_callers() {
        var chosen = "chosen-" + UUID.randomUUID();
        owner.request().header("X-Request-Id", chosen).get(client).then().header("X-Request-Id", equalTo(chosen));
        owner.request().header("X-Request-Id", chosen).get(client);

        var both = trail.lines().stream()
                .filter(line -> chosen.equals(line.callerRequestId()))
                .toList();
        assertThat(both)
                .hasSize(2)
                .extracting(Line::requestId)
                .doesNotHaveDuplicates()
                .doesNotContain(chosen);
        var without = owner.get(client);
        assertThat(trail.lineOf(without).callerRequestId()).isNull();
    }

    @Test
    void is_sealed_with_all_that_it_says() throws Exception {
        owner.patch(client, Map.of("givenName", "Maria"));
        trail.verifiesWhenSealed().then().body("status", equalTo("intact"));

        Database.tampers("update audit_event set changed = null where client_id = '" + mia.id() + "'");

        trail.verifies().then().body("status", equalTo("broken")).body("firstBreak.finding", equalTo("event-changed"));
    }
}
