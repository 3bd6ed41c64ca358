package dev.latchkey.portal;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SwitchingThePortalOffTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String MESSAGE = "We have moved.\nThe portal is back on Monday.";
    private static final Map<String, Object> OFF = Map.of("on", false, "message", MESSAGE);

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person mia = clinic.client("Mia");

    @Test
    void shows_what_the_clinic_says_about_it() {
        switches(OFF).then().body("on", equalTo(false)).body("offSince", notNullValue());

        portal().then().statusCode(200).body("on", equalTo(false)).body("message", equalTo(MESSAGE));
        switches(Map.of("on", true)).then().body("offSince", nullValue()).body("message", equalTo(MESSAGE));
        portal().then().body("on", equalTo(true)).body("message", nullValue());
    }

    @Test
    void takes_no_message_with_a_link_into_letters() {
        assertRefused(
                owner.patch(Api.PORTAL_SETTINGS, Map.of("on", false, "message", "We are\nat evil.com now.")),
                422,
                "letter-text-has-link");

        portal().then().body("on", equalTo(true));
    }

    @Test
    void mails_a_client_who_asks_nothing_but_the_message() {
        switches(OFF);

        mia.asksForALoginLink().then().statusCode(202);

        var letter = Mailbox.newestTo(mia.email());
        assertThat(letter.hasLink()).isFalse();
        assertThat(letter.text()).containsIgnoringNewLines(MESSAGE).doesNotContain("Mia");
        assertThat(letter.html()).contains("The portal is back on Monday.");
    }

    @Test
    void mails_a_stranger_nothing() {
        switches(OFF);
        var stranger = Portal.anAddress("stranger");
        var asked = Person.asking(clinic, stranger).asksForALoginLink();
        mia.asksForALoginLink();

        Mailbox.newestTo(mia.email());

        asked.then().statusCode(202);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Trail.of(clinic).lines())
                .filteredOn(line -> "portal-off".equals(line.reason()))
                .hasSize(2));
        assertThat(Mailbox.lettersTo(stranger)).isEmpty();
    }

    @Test
    void keeps_a_link_that_was_sent_before_for_afterwards() {
        mia.asksForALoginLink().then().statusCode(202);
        var letter = Mailbox.newestTo(mia.email());
        switches(OFF);

        assertRefused(mia.redeems(letter.fragment()), 409, "portal-off");
        switches(Map.of("on", true));

        assertThat(mia.redeems(letter.fragment()).statusCode()).isEqualTo(201);
    }

    @Test
    void tells_the_same_to_who_types_the_code() {
        var request = mia.asksForALoginLink().<String>path("requestId");
        var letter = Mailbox.newestTo(mia.email());
        switches(OFF);

        assertRefused(mia.entersLoginCode(request, letter.code()), 409, "portal-off");
        switches(Map.of("on", true));

        assertThat(mia.entersLoginCode(request, letter.code()).statusCode()).isEqualTo(201);
    }

    @Test
    void sends_the_message_once_a_day() {
        switches(OFF);
        for (var n = 0; n < 3; n++) {
            mia.asksForALoginLink().then().statusCode(202);
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Trail.of(clinic).lines())
                .filteredOn(line -> "portal-off".equals(line.reason()))
                .hasSize(3));

        assertThat(Mailbox.lettersTo(mia.email(), 1)).hasSize(1);
    }

    @Test
    void keeps_a_choice_closed_and_then_ends_it() {
        clinic.client("Noah", mia.email());
        mia.asksForALoginLink();
        var choice = mia.redeems(Mailbox.newestTo(mia.email()).fragment());
        var token = choice.<String>path("choiceToken");
        var ref = choice.<String>path("profiles[0].ref");

        switches(Map.of("on", false, "endSessions", false));
        assertRefused(mia.chooses(token, ref), 409, "portal-off");
        switches(Map.of("on", true));
        switches(OFF);
        switches(Map.of("on", true));

        assertRefused(mia.chooses(token, ref), 401, "choice-token-invalid");
    }

    @Test
    void lets_staff_send_no_link() {
        switches(OFF);

        assertRefused(owner.sendsLoginLinkTo(mia, mia.email()), 409, "portal-off");
        assertThat(Mailbox.lettersTo(mia.email())).isEmpty();
    }

    @Test
    void ends_the_sessions_of_clients_and_of_no_one_else() {
        mia.signsIn();
        var elsewhere = Portal.clinic().client("Noah").signsIn();

        switches(OFF);

        assertThat(mia.get(Api.ME).statusCode()).isEqualTo(401);
        owner.get(Api.STAFF_ME).then().statusCode(200);
        elsewhere.get(Api.ME).then().statusCode(200);
    }

    @Test
    void leaves_them_where_the_clinic_says_so() {
        mia.signsIn();

        switches(Map.of("on", false, "endSessions", false));

        mia.get(Api.ME).then().statusCode(200);
        assertRefused(
                owner.patch(Api.PORTAL_SETTINGS, Map.of("endSessions", false, "on", true)), 400, "invalid-request");
    }

    @Test
    void leaves_no_session_open_of_those_who_sign_in_at_that_moment() throws Exception {
        var people = IntStream.range(0, 6)
                .mapToObj(n -> clinic.client("Ada" + (char) ('a' + n)))
                .toList();
        var links = people.stream()
                .map(person -> {
                    person.asksForALoginLink();
                    return Mailbox.newestTo(person.email()).fragment();
                })
                .toList();
        assertThat(Person.stranger().redeems(links.get(0)).statusCode()).isEqualTo(201);
        var acts = new ArrayList<Callable<Response>>();
        links.stream().skip(1).forEach(link -> acts.add(() -> Person.stranger().redeems(link)));
        acts.add(3, () -> switches(OFF));

        var answers = Together.all(acts);

        var opened = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> Person.withToken(answer.path("accessToken")))
                .toList();
        assertThat(opened).allSatisfy(person -> assertThat(person.get(Api.ME).statusCode())
                .isEqualTo(401));
        assertThat(Database.count(
                        "select count(*) from session where client_id is not null and ended_at is null and clinic_id = ?",
                        Database.clinicId(clinic.slug())))
                .isZero();
        assertThat(answers).extracting(Response::statusCode).allSatisfy(status -> assertThat(status)
                .isIn(200, 201, 409, 503));
    }

    @Test
    void is_for_the_owner_and_the_practice_manager_of_that_clinic() {
        var other = Portal.clinic();

        switches(OFF);

        other.owner().get(Api.PORTAL_SETTINGS).then().body("on", equalTo(true));
        assertThat(Trail.of(clinic).lines())
                .filteredOn(line -> line.act().equals("portal-settings-changed"))
                .singleElement()
                .satisfies(line -> assertThat(line.changed()).isEqualTo(List.of("on", "offSince", "message")));
    }

    private Response switches(Map<String, Object> changes) {
        var changed = owner.patch(Api.PORTAL_SETTINGS, changes);
        changed.then().statusCode(200);
        return changed;
    }

    private Response portal() {
        return Person.stranger().get(Api.PORTALS + "/" + clinic.slug());
    }
}
