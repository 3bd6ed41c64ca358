package dev.latchkey.observability;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Metrics;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CountingWhoComesInTest {

    private static final String REQUESTS = "latchkey_login_requests_total";
    private static final String REDEMPTIONS = "latchkey_redemptions_total";
    private static final String SESSIONS = "latchkey_sessions_total";
    private static final String LIMITS = "latchkey_limits_hit_total";

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final Metrics before = Metrics.now();

    @Test
    void counts_a_request_its_letter_and_the_session_it_leads_to() {
        mia.signsIn();

        assertThat(more(REQUESTS, "source=\"portal\"")).isEqualTo(1);
        assertThat(more(REDEMPTIONS, "outcome=\"signed-in\"")).isEqualTo(1);
        assertThat(more(SESSIONS, "act=\"opened\"")).isEqualTo(1);
        await().until(() -> more("latchkey_letters_total", "outcome=\"sent\"") >= 1); // noted after it was taken
    }

    @Test
    void counts_apart_what_staff_send() {
        var links = Api.CLIENTS + "/" + mia.id() + "/login-links";
        clinic.owner().post(links, Map.of("confirmedEmail", mia.email())).then().statusCode(202);

        assertThat(more(REQUESTS, "source=\"staff\"")).isEqualTo(1);
        assertThat(more(REQUESTS, "source=\"portal\"")).isZero();
    }

    @Test
    void counts_a_choice_of_profiles_once() {
        var family = Portal.anAddress("larsen");
        var ella = clinic.client("Ella", family);
        clinic.client("Noah", family);
        ella.asksForALoginLink().then().statusCode(202);

        ella.followsTheLinkInTheirMail().then().statusCode(201);

        assertThat(more(REDEMPTIONS, "outcome=\"profile-choice\"")).isEqualTo(1);
        assertThat(more(REDEMPTIONS, "outcome=\"signed-in\"")).isZero();
    }

    @Test
    void counts_what_is_refused_by_its_true_reason() {
        mia.signsIn();
        assertRefused(mia.followsTheLinkInTheirMail(), 401, "login-link-used");
        assertRefused(Person.stranger().follows("nothing-of-ours"), 401, "login-link-unknown");

        assertThat(more(REDEMPTIONS, "outcome=\"login-link-used\"")).isEqualTo(1);
        assertThat(more(REDEMPTIONS, "outcome=\"login-link-unknown\"")).isEqualTo(1);
        assertThat(more(REDEMPTIONS, "outcome=\"signed-in\"")).isEqualTo(1);
    }

    @Test
    void counts_the_end_of_a_session_and_why() {
        mia.signsIn().signsOut().then().statusCode(204);

        assertThat(more(SESSIONS, "act=\"ended\"", "reason=\"signed-out\"")).isEqualTo(1);
    }

    @Test
    void counts_each_time_a_limit_is_hit() {
        var guesser = Person.stranger();
        for (var n = 0; n < 20; n++) {
            assertRefused(guesser.redeems("guess"), 401, "login-link-unknown");
        }
        assertRefused(guesser.redeems("guess"), 429, "too-many-requests");
        assertRefused(guesser.redeems("guess"), 429, "too-many-requests");

        assertThat(more(LIMITS, "limit=\"login-failures\"")).isEqualTo(2);
    }

    @Test
    void counts_nothing_that_did_not_happen() {
        var portal = Api.PORTALS + "/no-" + UUID.randomUUID() + "/login-links";
        assertRefused(Person.stranger().post(portal, Map.of("email", mia.email())), 404, "portal-unknown");

        assertThat(more(REQUESTS)).isZero();
    }

    @Test
    void names_no_person() {
        mia.signsIn().get(Api.ME).then().statusCode(200);
        var link = Mailbox.newestTo(mia.email()).fragment();

        assertThat(Metrics.now().text())
                .doesNotContain(
                        "@", "Mia", "Harbour", mia.id(), clinic.slug(), link, mia.token(), "127.0.0.1", "2001:db8");
    }

    private double more(String name, String... labels) {
        return Metrics.now().sum(name, labels) - before.sum(name, labels);
    }
}
