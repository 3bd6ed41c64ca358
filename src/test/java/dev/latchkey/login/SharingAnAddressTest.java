package dev.latchkey.login;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SharingAnAddressTest {

    private Practice clinic;
    private String address;
    private Person mia;
    private Person noah;

    @BeforeEach
    void open() {
        clinic = Portal.clinic();
        address = Portal.anAddress("family");
        mia = clinic.client("Mia", address);
        noah = clinic.client("Noah", address.toUpperCase(Locale.ROOT));
    }

    @Test
    void leads_to_a_choice_and_never_to_a_default() {
        var choice = choice();

        choice.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("status", equalTo("profile-choice-required"))
                .body("expiresIn", equalTo(300))
                .body("accessToken", nullValue())
                .body("profiles.displayName", equalTo(List.of("Mia L.", "Noah L.")));
        assertThat(choice.asString()).doesNotContain(mia.id()).doesNotContain(noah.id());
    }

    @Test
    void tells_those_apart_who_would_be_called_alike() {
        for (var family : List.of("Lang", "Smith", "smith", "Smithson")) {
            clinic.owner()
                    .post(Api.CLIENTS, Map.of("givenName", "Mia", "familyName", family, "email", address))
                    .then()
                    .statusCode(201);
        }
        var told = List.of("Mia Lar.", "Noah L.", "Mia Lan.", "Mia Smith (1)", "Mia smith (2)", "Mia Smiths.");

        var choice = choice();

        choice.then().statusCode(201).body("profiles.displayName", equalTo(told));
        mia.chooses(choice.path("choiceToken"), choice.path("profiles[0].ref"))
                .then()
                .statusCode(201);
        mia.get(Api.MY_PROFILES).then().body("items.displayName", equalTo(told));
    }

    @Test
    void enters_as_the_profile_that_was_chosen() {
        var choice = choice();

        mia.chooses(choice.path("choiceToken"), choice.path("profiles[1].ref"))
                .then()
                .statusCode(201)
                .body("status", equalTo("signed-in"))
                .body("profile.id", equalTo(noah.id()));

        mia.get(Api.ME).then().body("id", equalTo(noah.id()));
    }

    @Test
    void takes_one_choice_only() {
        var choice = choice();
        String token = choice.path("choiceToken");
        mia.chooses(token, choice.path("profiles[0].ref")).then().statusCode(201);

        assertRefused(noah.chooses(token, choice.path("profiles[1].ref")), 401, "choice-token-invalid");
    }

    @Test
    void ends_the_choice_after_five_wrong_tries() {
        var choice = choice();
        String token = choice.path("choiceToken");
        for (var tries = 0; tries < 5; tries++) {
            assertRefused(mia.chooses(token, "unknown"), 422, "profile-ref-unknown");
        }

        assertRefused(mia.chooses(token, choice.path("profiles[0].ref")), 401, "choice-token-invalid");
    }

    @Test
    void ends_the_choice_after_five_minutes() {
        var choice = choice();
        Database.minutesPassForChoicesOf(address, 5);

        assertRefused(
                mia.chooses(choice.path("choiceToken"), choice.path("profiles[0].ref")), 401, "choice-token-invalid");
    }

    @Test
    void ends_the_choice_when_staff_put_one_of_them_out() {
        var choice = choice();

        clinic.owner().endsSessionsOf(noah).then().statusCode(204);

        assertRefused(
                mia.chooses(choice.path("choiceToken"), choice.path("profiles[0].ref")), 401, "choice-token-invalid");
    }

    @Test
    void leaves_the_choice_when_staff_put_out_another_mailbox() {
        var choice = choice();
        var elsewhere = Portal.clinic();

        clinic.owner().endsSessionsOf(clinic.client("Ella")).then().statusCode(204);
        elsewhere
                .owner()
                .endsSessionsOf(elsewhere.client("Mia", address))
                .then()
                .statusCode(204);

        mia.chooses(choice.path("choiceToken"), choice.path("profiles[0].ref"))
                .then()
                .statusCode(201);
    }

    /** However the clicks fall, and however many of the family are put out at once. */
    @Test
    void leaves_out_who_chooses_at_the_very_moment_they_are_put_out() throws Exception {
        var choice = choice();
        String token = choice.path("choiceToken");
        String ref = choice.path("profiles[0].ref");
        Callable<Response> choosing = () -> mia.chooses(token, ref);
        Callable<Response> puttingMiaOut = () -> clinic.owner().endsSessionsOf(mia);
        Callable<Response> puttingNoahOut = () -> clinic.owner().endsSessionsOf(noah);

        var answers = Together.all(List.of(puttingMiaOut, choosing, puttingNoahOut));

        assertThat(answers.get(0).statusCode()).isEqualTo(204);
        assertThat(answers.get(2).statusCode()).isEqualTo(204);
        if (answers.get(1).statusCode() == 201) {
            assertRefused(mia.get(Api.ME), 401, "session-ended");
        } else {
            assertRefused(answers.get(1), 401, "choice-token-invalid");
        }
    }

    @Test
    void opens_nothing_with_the_choice_token_alone() {
        var stranger = Person.withToken(choice().path("choiceToken"));

        assertRefused(stranger.get(Api.ME), 401, "token-invalid");
    }

    @Test
    void offers_no_client_who_has_left_the_address_meanwhile() {
        var choice = choice();
        clinic.owner().changesEmailOf(noah, Portal.anAddress("noah")).then().statusCode(200);

        assertRefused(
                noah.chooses(choice.path("choiceToken"), choice.path("profiles[1].ref")), 422, "profile-ref-unknown");
    }

    @Test
    void is_no_choice_when_only_one_of_them_is_left() {
        clinic.owner().archives(noah).then().statusCode(200);

        mia.asksForALoginLink();

        mia.followsTheLinkInTheirMail().then().statusCode(201).body("profile.id", equalTo(mia.id()));
    }

    private Response choice() {
        mia.asksForALoginLink();
        return mia.followsTheLinkInTheirMail();
    }
}
