package dev.latchkey.audit;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Outage;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.RefreshCookie;
import dev.latchkey.support.Trail;
import dev.latchkey.support.Trail.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeepingTheAuditTrailTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final Trail trail = Trail.of(clinic);
    private final int before = trail.lines().size();
    private final String staffLinks = Api.CLIENTS + "/" + mia.id() + "/login-links";

    @Test
    void begins_with_the_clinic() {
        assertThat(trail.actsAfter(0))
                .containsExactly(
                        "operator clinic-opened",
                        "operator staff-invited owner",
                        "staff invitation-accepted",
                        "staff session-opened",
                        "staff client-created");
    }

    @Test
    void is_for_the_owner_alone_to_read() {
        for (var role : List.of("practice-manager", "receptionist")) {
            var colleague = new Trail(clinic.staff(role), trail.path());
            assertRefused(colleague.reader().get(trail.path()), 403, "forbidden");
            assertRefused(colleague.verifies(), 403, "forbidden");
        }
        assertRefused(clinic.owner().get(Api.OPERATOR_AUDIT_EVENTS), 403, "forbidden");
        assertRefused(clinic.owner().get(Api.OPERATOR_AUDIT_EVENTS + "/verification"), 403, "forbidden");
    }

    @Test
    void of_a_login_from_the_ask_to_the_end() {
        mia.signsIn().signsOut().then().statusCode(204);

        assertThat(trail.actsAfter(before))
                .containsExactly(
                        "visitor login-link-requested",
                        "system login-link-sent",
                        "visitor login-link-redeemed",
                        "client session-opened",
                        "client session-ended signed-out");
        var lines = trail.lines().subList(before, before + 5);
        assertThat(lines.subList(0, 3)).extracting(Line::addressHash).doesNotContainNull();
        assertThat(lines.subList(0, 3))
                .extracting(Line::addressHash)
                .containsOnly(lines.get(0).addressHash());
        assertThat(lines.subList(1, 5))
                .extracting(Line::loginLinkId)
                .containsOnly(lines.get(1).loginLinkId());
        assertThat(lines.subList(3, 5)).extracting(Line::clientId).containsOnly(mia.id());
        assertThat(lines.subList(3, 5)).extracting(line -> line.actor().id()).containsOnly(mia.id());
        assertThat(lines.get(0).ipHash()).isNotNull();
        assertThat(lines.get(1).ipHash()).isNull();
    }

    @Test
    void of_a_request_bears_the_id_that_its_answer_bore() {
        var answer = mia.asksForALoginLink();

        assertThat(trail.actsIn(answer.header("X-Request-Id"))).containsExactly("visitor login-link-requested");
    }

    @Test
    void tells_which_profiles_were_shown_chosen_and_switched_to() {
        var noah = clinic.client("Noah", mia.email());
        mia.asksForALoginLink();
        var offer = mia.followsTheLinkInTheirMail();
        mia.chooses(offer.path("choiceToken"), "unknown-s");
        mia.chooses(offer.path("choiceToken"), offer.path("profiles[0].ref"));
        mia.get(Api.MY_PROFILES);
        mia.switchesTo(noah.id()).then().statusCode(200);

        assertThat(trail.actsAfter(before + 3))
                .containsExactly(
                        "visitor login-link-redeemed",
                        "visitor profiles-listed",
                        "visitor profile-rejected profile-ref-unknown",
                        "visitor profile-chosen",
                        "client session-opened",
                        "client profiles-listed",
                        "client profile-switched");
        var switched = trail.lines().get(before + 9);
        assertThat(switched.actor().id()).isEqualTo(mia.id());
        assertThat(switched.clientId()).isEqualTo(noah.id());
    }

    @Test
    void tells_of_refreshes_and_of_one_that_was_stolen() {
        mia.asksForALoginLink();
        var first = RefreshCookie.of(mia.followsTheLinkInTheirMail());
        first.refreshes();
        Database.secondsPassForSessionsOf(mia.id(), 11);
        first.refreshes().then().statusCode(401);

        assertThat(trail.actsAfter(before + 4))
                .containsExactly(
                        "client session-refreshed", "visitor refresh-reused", "system session-ended refresh-reused");
    }

    @Test
    void tells_what_staff_did_and_what_they_were_refused() {
        var wrong = Map.of("confirmedEmail", Portal.anAddress("other"));
        clinic.owner().post(staffLinks, wrong).then().statusCode(409);
        clinic.owner()
                .request()
                .header("Idempotency-Key", "once")
                .contentType(ContentType.JSON)
                .body(wrong)
                .post(staffLinks);
        clinic.owner()
                .post(staffLinks, Map.of("confirmedEmail", mia.email()))
                .then()
                .statusCode(202);
        mia.followsTheLinkInTheirMail().then().statusCode(201);
        clinic.owner().endsSessionsOf(mia).then().statusCode(204);
        mia.signsInAgain();
        clinic.owner().archives(mia).then().statusCode(200);
        clinic.owner().restores(mia).then().statusCode(200);
        clinic.owner().changesEmailOf(mia, Portal.anAddress("new"));

        assertThat(trail.actsAfter(before))
                .containsExactly(
                        "staff address-mismatch email-mismatch",
                        "staff address-mismatch email-mismatch",
                        "staff login-link-ordered",
                        "visitor login-link-redeemed",
                        "client session-opened",
                        "staff client-sessions-ended",
                        "staff session-ended ended-by-staff",
                        "visitor login-link-requested",
                        "system login-link-sent",
                        "visitor login-link-redeemed",
                        "client session-opened",
                        "staff client-archived",
                        "staff session-ended client-left-address",
                        "staff client-restored",
                        "staff client-read",
                        "staff client-address-changed",
                        "staff client-changed");
        assertThat(trail.lines().subList(before, before + 3))
                .extracting(line -> line.actor().id())
                .containsOnly(clinic.owner().id());
    }

    /** Neither is ever there without the other. */
    @Test
    void is_written_with_the_act_or_the_act_is_not_done() {
        mia.asksForALoginLink();
        var link = Mailbox.newestTo(mia.email()).fragment();

        try (var ignored = Outage.failsWritesTo("audit_event", "23514")) {
            mia.follows(link).then().statusCode(500);
        }

        assertThat(trail.actsAfter(before + 2)).isEmpty();
        mia.follows(link).then().statusCode(201);
    }

    @Test
    void tells_two_clinics_nothing_of_a_person_whom_they_share() {
        var other = Portal.clinic();
        other.client("Mia", mia.email()).asksForALoginLink();
        mia.asksForALoginLink();

        assertThat(List.of(trail, Trail.of(other)))
                .extracting(one -> one.lines().stream()
                        .filter(line -> line.act().equals("login-link-requested"))
                        .findFirst()
                        .orElseThrow()
                        .addressHash())
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }
}
