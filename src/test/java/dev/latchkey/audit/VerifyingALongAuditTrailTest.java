package dev.latchkey.audit;

import static dev.latchkey.support.Refusals.assertRefused;
import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** As a chain of many events is: slice by slice, here of three. */
@QuarkusTest
class VerifyingALongAuditTrailTest {

    private static final Duration EVERY_DAY = Duration.ofDays(1);
    private static final Duration ALWAYS = Duration.ZERO;

    private final Practice clinic = Portal.clinic();
    private final UUID clinicId = Database.clinicId(clinic.slug());

    @Inject
    AuditChains chains;

    @Inject
    RateLimits limits;

    @Test
    void goes_on_where_it_was_and_says_how_far_it_came() {
        makeNineEvents();

        assertThat(further(EVERY_DAY).through()).isEqualTo(3);
        assertThat(further(EVERY_DAY).through()).isEqualTo(6);
        assertThat(further(EVERY_DAY).through()).isEqualTo(9);
        var last = further(EVERY_DAY);

        assertThat(last.through()).isEqualTo(9);
        assertThat(last.wholeAt()).isNotNull();
        assertThat(last.firstBreak()).isEmpty();
        assertThat(last.events()).isEqualTo(9);
        assertThat(last.head().orElseThrow().position()).isEqualTo(9);
    }

    @Test
    void finds_what_is_changed_behind_it_in_the_next_pass() throws Exception {
        makeNineEvents();
        for (var n = 0; n < 4; n++) {
            further(EVERY_DAY);
        }

        Database.tampers("update audit_event set act = 'LIMITED' where id ="
                + " (select event_id from audit_seal where chain = '" + clinicId + "' and position = 2)");

        assertThat(further(EVERY_DAY).firstBreak()).isEmpty();
        assertThat(further(ALWAYS).firstBreak().orElseThrow().position()).isEqualTo(2);
        assertThat(further(EVERY_DAY).firstBreak().orElseThrow().finding()).isEqualTo("event-changed");
    }

    @Test
    void finds_what_is_changed_before_it() throws Exception {
        makeNineEvents();
        further(EVERY_DAY);

        Database.tampers("delete from audit_seal where chain = '" + clinicId + "' and position = 6");

        var found = further(EVERY_DAY).firstBreak().orElseThrow();
        assertThat(found.finding()).isEqualTo("seal-missing");
        assertThat(further(EVERY_DAY).through()).isEqualTo(5);
    }

    @Test
    void finds_events_that_were_never_to_be_sealed() throws Exception {
        makeNineEvents();
        Database.tampers("delete from audit_seal where chain = '" + clinicId + "' and position = 9");

        for (var n = 0; n < 4; n++) {
            further(EVERY_DAY);
        }

        assertThat(further(EVERY_DAY).firstBreak().orElseThrow().finding()).isEqualTo("seal-missing");
    }

    /** Forty at once took every connection there was. */
    @Test
    void is_done_one_at_a_time_while_a_few_wait_and_others_are_sent_away() throws Exception {
        makeNineEvents();
        var answers = new ArrayList<CompletableFuture<Response>>();
        try (var ignored = Database.holding("lock table audit_seal in access exclusive mode")) {
            for (var n = 0; n < 12; n++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> clinic.owner().get(Api.AUDIT_EVENTS + "/verification"),
                        work -> new Thread(work).start()));
            }
            await().until(() ->
                    answers.stream().filter(CompletableFuture::isDone).count() >= 7);
            clinic.owner().get(Api.STAFF_ME).then().statusCode(200);
        }
        var refused = 0;
        for (var answer : answers) {
            if (answer.get().statusCode() != 200) {
                assertRefused(answer.get(), 503, "overloaded");
                refused++;
            }
        }
        assertThat(refused).isEqualTo(7);
    }

    /** Full for a minute: the tests' own limit, a thousand a second, would have room again at once. */
    @Test
    void is_refused_to_who_asks_for_it_again_and_again() {
        var ours = new Limit(1000, Duration.ofSeconds(1)).bucket(AuditLimit.AUDIT_VERIFICATIONS.code(), clinicId);
        limits.spend(List.of(new Bucket(ours.code(), ours.name(), new Limit(1, Duration.ofMinutes(1)))));

        var refused = Trail.of(clinic).verifies();

        assertRefused(refused, 429, "too-many-requests");
        assertThat(Trail.of(clinic).lineOf(refused)).hasToString("staff limited audit-verifications");
        Trail.of(Portal.clinic()).verifies().then().statusCode(200);
    }

    @Test
    void begins_at_thirty_in_a_quarter_of_an_hour() {
        var installed = new SmallRyeConfigBuilder()
                .withMapping(AuditLimit.Settings.class)
                .build()
                .getConfigMapping(AuditLimit.Settings.class);

        assertThat(installed.auditVerifications()).containsExactly(new Limit(30, Duration.ofMinutes(15)));
    }

    private void makeNineEvents() {
        clinic.client("Mia").signsIn();
        Trail.of(clinic).verifiesWhenSealed().then().body("sealed", equalTo(9));
    }

    private Verification further(Duration passEvery) {
        return requiringNew().call(() -> chains.verifyFurther(clinicId, 3, passEvery));
    }
}
