package dev.latchkey.merging;

import static dev.latchkey.support.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import dev.latchkey.support.Visit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MergingTwoRecordsTest {

    private final Practice clinic = Portal.clinic();
    private final Twins twins = Twins.at(clinic);

    @Test
    void moves_what_is_there_and_keeps_what_is_kept_already() {
        var own = Bill.draft(clinic.owner(), twins.kept(), "3.00");

        twins.merge()
                .then()
                .statusCode(201)
                .body("survivingId", equalTo(twins.kept().id()))
                .body("mergedId", equalTo(twins.gone().id()))
                .body("undoneAt", nullValue());

        assertThat(twins.recordsOf(twins.kept())).contains(own.id()).containsAll(twins.all());
        assertThat(twins.recordsOf(twins.gone())).isEmpty();
    }

    @Test
    void leaves_an_invoice_as_it_was_but_for_whose_it_is() {
        var before = twins.open().reads();

        twins.merge().then().statusCode(201);

        var after = twins.open().reads();
        assertThat(Answers.text(after, "/number")).isEqualTo(Answers.text(before, "/number"));
        assertThat(after.asString())
                .isEqualTo(before.asString()
                        .replace(twins.gone().id(), twins.kept().id()));
        twins.open().pays("100.00").then().statusCode(201).body("status", equalTo("paid"));
    }

    @Test
    void shows_the_person_everything_at_once() {
        twins.merge().then().statusCode(201);

        var mia = twins.kept().signsIn();

        assertThat(Answers.texts(mia.get(Api.APPOINTMENTS), "/items", "id"))
                .containsExactly(twins.visit().id());
        assertThat(Answers.texts(mia.get(Api.INVOICES), "/items", "id"))
                .containsExactly(twins.open().id());
        assertThat(Answers.texts(mia.get(Api.FILES), "/items", "id")).containsExactly(twins.file());
    }

    @Test
    void archives_the_merged_record_and_says_whose_its_contents_are() {
        twins.merge().then().statusCode(201);

        clinic.owner()
                .get(Twins.path(twins.gone()))
                .then()
                .body("archivedAt", notNullValue())
                .body("mergedInto", equalTo(twins.kept().id()));
        clinic.owner()
                .get(Twins.path(twins.kept()))
                .then()
                .body("archivedAt", nullValue())
                .body("mergedInto", nullValue());
        clinic.owner()
                .get(Twins.merges(twins.kept()))
                .then()
                .body("items.mergedId", equalTo(List.of(twins.gone().id())));
    }

    @Test
    void puts_both_out() {
        twins.kept().signsIn();
        twins.gone().signsIn();
        twins.gone().asksForALoginLink().then().statusCode(202);
        var link = Mailbox.linksTo(twins.gone().email(), 2).get(0).fragment();

        twins.merge().then().statusCode(201);

        assertRefused(twins.kept().get(Api.ME), 401, "session-ended");
        assertRefused(twins.gone().get(Api.ME), 401, "session-ended");
        assertRefused(twins.gone().follows(link), 401, "login-link-revoked");
    }

    @Test
    void lets_nothing_be_added_to_the_record_that_is_gone() {
        twins.merge().then().statusCode(201);
        var owner = clinic.owner();
        var wish = Visit.wish(clinic.rooms(), Visit.in(Duration.ofDays(3)));

        assertRefused(Visit.asks(owner, twins.gone(), wish), 409, "client-merged");
        var bill = Map.of("dueOn", Bill.SOME_DAY, "lines", List.of(Bill.line("1", "1.00", "AUD", "0")));
        assertRefused(Bill.asks(owner, twins.gone(), bill), 409, "client-merged");
        assertRefused(owner.uploads(twins.gone(), "more.txt", "More.".getBytes(UTF_8), true), 409, "client-merged");
        assertRefused(owner.restores(twins.gone()), 409, "client-merged");
    }

    @Test
    void refuses_what_makes_no_sense() {
        var noah = clinic.client("Noah");
        clinic.owner().archives(noah).then().statusCode(200);
        var owner = clinic.owner();

        assertRefused(Twins.merge(owner, noah, noah), 422, "merged-with-itself");
        assertRefused(Twins.merge(owner, noah, twins.gone()), 409, "client-archived");
        Twins.merge(owner, twins.kept(), noah).then().statusCode(201);
        assertRefused(Twins.merge(owner, twins.gone(), noah), 409, "client-merged");
        assertRefused(
                owner.sends("POST", Twins.merges(twins.kept()), Map.of(), Map.of("If-Match", "*")),
                400,
                "invalid-request");
    }

    @Test
    void wants_to_know_what_the_caller_has_seen() {
        var etag = clinic.owner().get(Twins.path(twins.kept())).header("ETag");
        var body = Map.of("mergedId", twins.gone().id());
        clinic.owner()
                .patch(Twins.path(twins.kept()), Map.of("familyName", "Berg"))
                .then()
                .statusCode(200);

        assertRefused(clinic.owner().post(Twins.merges(twins.kept()), body), 428, "precondition-required");
        assertRefused(
                clinic.owner().sends("POST", Twins.merges(twins.kept()), body, Map.of("If-Match", etag)),
                412,
                "precondition-failed");
        assertThat(twins.recordsOf(twins.gone())).containsAll(twins.all());
    }

    @Test
    void is_of_one_clinic() {
        var elsewhere = Portal.clinic();
        var stranger = elsewhere.client("Mia");

        assertRefused(Twins.merge(elsewhere.owner(), twins.kept(), twins.gone()), 404, "client-not-found");
        assertRefused(Twins.merge(elsewhere.owner(), stranger, twins.gone()), 404, "client-not-found");
        assertRefused(Twins.merge(clinic.owner(), twins.kept(), stranger), 404, "client-not-found");
        assertRefused(elsewhere.owner().get(Twins.merges(twins.kept())), 404, "client-not-found");
        assertThat(twins.recordsOf(twins.gone())).containsAll(twins.all());
    }

    @Test
    void is_on_record_for_both() {
        var merged = twins.merge();

        var lines = Trail.of(clinic).linesIn(merged.header("X-Request-Id")).stream()
                .filter(line -> line.act().equals("clients-merged"))
                .toList();

        assertThat(lines)
                .extracting(Trail.Line::clientId)
                .containsExactlyInAnyOrder(twins.kept().id(), twins.gone().id());
        assertThat(lines).extracting(Trail.Line::recordId).containsOnly(Answers.text(merged, "/id"));
    }

    @Test
    void happens_once_however_many_try() throws Exception {
        Callable<Response> there = twins::merge;
        Callable<Response> back = () -> Twins.merge(clinic.owner(), twins.gone(), twins.kept());

        var answers = Together.all(List.of(there, back, there, back, there, back));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 201).allSatisfy(answer -> assertThat(
                        Answers.text(answer, "/code"))
                .isIn("client-archived", "client-merged"));
        assertThat(Database.count(
                        "select count(*) from client where merged_into is not null and id in (?, ?)",
                        UUID.fromString(twins.kept().id()),
                        UUID.fromString(twins.gone().id())))
                .isEqualTo(1);
    }

    /** An appointment that is being booked meanwhile goes along, or is refused. It is never left behind. */
    @Test
    void leaves_nothing_behind_that_is_added_at_the_same_moment() throws Exception {
        var rooms = clinic.rooms();
        var acts = new ArrayList<Callable<Response>>();
        for (var day = 3; day < 9; day++) {
            var wish = Visit.wish(rooms, Visit.in(Duration.ofDays(day)));
            acts.add(() -> Visit.asks(clinic.owner(), twins.gone(), wish));
        }
        acts.add(3, twins::merge);

        var answers = Together.all(acts);

        assertThat(answers.get(3).statusCode()).isEqualTo(201);
        var booked =
                answers.stream().filter(answer -> answer.statusCode() == 201).count() - 1;
        assertThat(twins.recordsOf(twins.gone())).isEmpty();
        assertThat(twins.recordsOf(twins.kept())).hasSize(twins.all().size() + (int) booked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update appointment set client_id = ? where client_id = ?",
                "update invoice set client_id = ? where client_id = ? and status = 'OPEN'",
                "update invoice set client_id = ? where client_id = ? and status = 'DRAFT'",
                "update document set client_id = ? where client_id = ?"
            })
    void is_the_only_way_for_what_is_one_clients_to_become_anothers(String theft) {
        var kept = UUID.fromString(twins.kept().id());
        var gone = UUID.fromString(twins.gone().id());

        assertThatThrownBy(() -> Database.execute(theft, kept, gone))
                .rootCause()
                .hasMessageContaining("stays its client's");
    }

    @Test
    void says_nothing_else_of_an_invoice() {
        twins.merge().then().statusCode(201);

        assertThatThrownBy(() -> Database.execute(
                        "update invoice set client_id = ?, number = number + 100 where id = ?",
                        UUID.fromString(twins.gone().id()),
                        UUID.fromString(twins.open().id())))
                .rootCause()
                .hasMessageContaining("an invoice that is no draft stands as it is");
    }
}
