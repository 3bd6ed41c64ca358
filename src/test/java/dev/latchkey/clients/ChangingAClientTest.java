package dev.latchkey.clients;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChangingAClientTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final String path = Api.CLIENTS + "/" + mia.id();

    @Test
    void changes_what_is_named_and_nothing_else() {
        clinic.owner()
                .patch(path, Map.of("familyName", "Berg"))
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Mia Berg"))
                .body("email", equalTo(mia.email()));
    }

    @Test
    void takes_away_what_is_null() {
        var nothing = new HashMap<String, @Nullable Object>();
        nothing.put("email", null);

        clinic.owner().patch(path, nothing).then().statusCode(200).body("email", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"givenName", "familyName"})
    void leaves_no_client_without_a_name(String member) {
        var answer = clinic.owner().patch(path, Collections.singletonMap(member, null));

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors.pointer", equalTo(List.of("/" + member)));
    }

    @Test
    void wants_to_know_what_the_caller_has_seen() {
        var etag = clinic.owner().get(path).header("ETag");
        change(etag, "Berg").then().statusCode(200);

        assertRefused(change(null, "Holm"), 428, "precondition-required");
        assertRefused(change(etag, "Holm"), 412, "precondition-failed");
        clinic.owner().get(path).then().body("familyName", equalTo("Berg"));
    }

    @Test
    void lets_one_of_two_pass_who_have_seen_the_same() throws Exception {
        for (var round = 0; round < 5; round++) {
            var etag = clinic.owner().get(path).header("ETag");
            var name = "Round" + round;

            var answers = Together.all(IntStream.range(0, 4)
                    .mapToObj(n -> (Callable<Response>) () -> change(etag, name + n))
                    .toList());

            assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
            answers.stream()
                    .filter(answer -> answer.statusCode() != 200)
                    .forEach(answer -> assertRefused(answer, 412, "precondition-failed"));
        }
    }

    @Test
    void makes_a_sent_link_useless_when_the_address_changes() {
        mia.asksForALoginLink().then().statusCode(202);
        var token = Mailbox.newestTo(mia.email()).fragment();

        clinic.owner()
                .patch(path, Map.of("email", Portal.anAddress("new")))
                .then()
                .statusCode(200);

        assertRefused(mia.follows(token), 401, "login-link-revoked");
    }

    /** Each change beside it has work of its own done, which must not be what finds out. */
    @ParameterizedTest
    @ValueSource(strings = {"givenName", "email", "no email"})
    void refuses_an_external_id_that_is_taken_whatever_else_changes(String beside) {
        clinic.owner()
                .post(Api.CLIENTS, Map.of("givenName", "Noah", "familyName", "Holm", "externalId", "C-1"))
                .then()
                .statusCode(201);
        mia.signsIn();
        var changes = new HashMap<String, @Nullable Object>(Map.of("externalId", "C-1"));
        changes.put(
                beside.equals("givenName") ? beside : "email",
                beside.equals("no email") ? null : Portal.anAddress("new"));

        assertRefused(clinic.owner().patch(path, changes), 409, "external-id-taken");
        mia.get(Api.ME).then().statusCode(200).body("email", equalTo(mia.email()));
    }

    @Test
    void is_not_for_another_clinic() {
        var stranger = Portal.clinic().owner();

        var answer = stranger.request()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("familyName", "Berg"))
                .patch(path);

        assertRefused(answer, 404, "client-not-found");
        assertRefused(stranger.put(path + "/archival"), 404, "client-not-found");
    }

    private Response change(@Nullable String ifMatch, String familyName) {
        var request = clinic.owner().request().contentType(ContentType.JSON).body(Map.of("familyName", familyName));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(path);
    }
}
