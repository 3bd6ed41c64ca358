package dev.latchkey.merging;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Database;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UndoingAMergeTest {

    private final Practice clinic = Portal.clinic();
    private final Twins twins = Twins.at(clinic);

    @Test
    void moves_back_what_was_moved_and_nothing_else() {
        var own = Bill.draft(clinic.owner(), twins.kept(), "3.00");
        var merged = twins.merge();
        var since = Bill.draft(clinic.owner(), twins.kept(), "4.00");
        twins.open().pays("100.00").then().statusCode(201);

        twins.undo(merged).then().statusCode(204);

        assertThat(twins.recordsOf(twins.gone())).containsExactlyInAnyOrderElementsOf(twins.all());
        assertThat(twins.recordsOf(twins.kept())).containsExactlyInAnyOrder(own.id(), since.id());
        twins.open().reads().then().body("status", equalTo("paid"));
    }

    @Test
    void opens_the_portal_to_the_merged_client_again() {
        twins.undo(twins.merge()).then().statusCode(204);

        clinic.owner()
                .get(Twins.path(twins.gone()))
                .then()
                .body("archivedAt", nullValue())
                .body("mergedInto", nullValue());
        twins.gone().signsIn().get(Api.FILES).then().body("items", hasSize(1));
        twins.kept().signsIn().get(Api.FILES).then().body("items", hasSize(0));
    }

    @Test
    void leaves_archived_who_was_archived_before() {
        clinic.owner().archives(twins.gone()).then().statusCode(200);
        var since = Answers.text(clinic.owner().get(Twins.path(twins.gone())), "/archivedAt");

        twins.undo(twins.merge()).then().statusCode(204);

        clinic.owner()
                .get(Twins.path(twins.gone()))
                .then()
                .body("archivedAt", equalTo(since))
                .body("mergedInto", nullValue());
        assertThat(twins.recordsOf(twins.gone())).containsAll(twins.all());
    }

    @Test
    void goes_on_without_what_was_deleted_meanwhile() {
        var merged = twins.merge();
        clinic.owner().delete(Api.STAFF_FILES + "/" + twins.file()).then().statusCode(204);

        twins.undo(merged).then().statusCode(204);

        assertThat(twins.recordsOf(twins.gone()))
                .containsExactlyInAnyOrder(
                        twins.visit().id(), twins.open().id(), twins.draft().id());
    }

    @Test
    void can_be_said_once_and_followed_by_another_merge() {
        var merged = twins.merge();
        twins.undo(merged).then().statusCode(204);

        assertRefused(twins.undo(merged), 409, "merge-undone");
        var again = twins.merge();
        again.then().statusCode(201);
        assertThat(twins.recordsOf(twins.kept())).containsAll(twins.all());
        clinic.owner()
                .get(Twins.merges(twins.kept()))
                .then()
                .body("items.id", equalTo(List.of(Answers.text(again, "/id"), Answers.text(merged, "/id"))))
                .body("items[0].undoneAt", nullValue())
                .body("items[1].undoneAt", notNullValue());
    }

    @Test
    void happens_once_however_many_try() throws Exception {
        var merged = twins.merge();
        Callable<Response> undoing = () -> twins.undo(merged);

        var answers = Together.all(List.of(undoing, undoing, undoing, undoing));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 204).hasSize(1);
        answers.stream()
                .filter(answer -> answer.statusCode() != 204)
                .forEach(answer -> assertRefused(answer, 409, "merge-undone"));
        assertThat(twins.recordsOf(twins.gone())).containsExactlyInAnyOrderElementsOf(twins.all());
    }

    @Test
    void is_too_late_after_a_day() throws Exception {
        var merged = twins.merge();
        Database.tampers(
                "update client_merge set merged_at = merged_at - interval '24 hours' where id = ?",
                UUID.fromString(Answers.text(merged, "/id")));

        assertRefused(twins.undo(merged), 409, "merge-final");
        assertThat(twins.recordsOf(twins.kept())).containsAll(twins.all());
    }

    @Test
    void goes_back_step_by_step() {
        var merged = twins.merge();
        var ella = clinic.client("Ella");
        var further = Twins.merge(clinic.owner(), ella, twins.kept());

        assertRefused(twins.undo(merged), 409, "client-merged");
        assertThat(twins.recordsOf(ella)).containsAll(twins.all());

        clinic.owner()
                .delete(Twins.merges(ella) + "/" + Answers.text(further, "/id"))
                .then()
                .statusCode(204);
        twins.undo(merged).then().statusCode(204);
        assertThat(twins.recordsOf(twins.gone())).containsExactlyInAnyOrderElementsOf(twins.all());
        assertThat(twins.recordsOf(ella)).isEmpty();
    }

    @Test
    void is_not_for_another_clinic_nor_by_way_of_another_client() {
        var merge = Answers.text(twins.merge(), "/id");
        var elsewhere = Portal.clinic();

        assertRefused(elsewhere.owner().delete(Twins.merges(twins.kept()) + "/" + merge), 404, "merge-not-found");
        assertRefused(
                elsewhere.owner().delete(Twins.merges(elsewhere.client("Mia")) + "/" + merge), 404, "merge-not-found");
        assertRefused(clinic.owner().delete(Twins.merges(twins.gone()) + "/" + merge), 404, "merge-not-found");
        assertRefused(
                clinic.owner().delete(Twins.merges(twins.kept()) + "/" + UUID.randomUUID()), 404, "merge-not-found");
        assertThat(twins.recordsOf(twins.kept())).containsAll(twins.all());
    }

    @Test
    void is_on_record_for_both() {
        var undone = twins.undo(twins.merge());

        var lines = Trail.of(clinic).linesIn(undone.header("X-Request-Id")).stream()
                .filter(line -> line.act().equals("clients-unmerged"))
                .toList();

        assertThat(lines)
                .extracting(Trail.Line::clientId)
                .containsExactlyInAnyOrder(twins.kept().id(), twins.gone().id());
    }
}
