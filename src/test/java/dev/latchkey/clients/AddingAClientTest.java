package dev.latchkey.clients;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AddingAClientTest {

    private final Practice clinic = Portal.clinic();

    @Test
    void answers_with_what_can_be_read_again() {
        var added = add(Map.of("email", "mia@example.org", "externalId", "HP-1"));

        added.then()
                .statusCode(201)
                .body("displayName", equalTo("Mia Larsen"))
                .body("sharesEmailWith", empty())
                .body("archivedAt", nullValue());
        var read = clinic.owner().get(URI.create(added.header("Location")).getPath());
        assertThat(read.asString()).isEqualTo(added.asString());
        assertThat(read.header("ETag")).isEqualTo(added.header("ETag"));
        assertThat(read.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void warns_of_others_at_the_same_address() {
        var mia = clinic.client("Mia", "family@example.org");
        clinic.owner()
                .patch(Api.CLIENTS + "/" + mia.id(), Map.of("externalId", "P-1042"))
                .then()
                .statusCode(200);

        add(Map.of("givenName", "Noah", "email", "FAMILY@Example.ORG".toLowerCase(Locale.ROOT)))
                .then()
                .statusCode(201)
                .body("sharesEmailWith.id", equalTo(List.of(mia.id())))
                .body("sharesEmailWith.displayName", equalTo(List.of("Mia Larsen")))
                .body("sharesEmailWith.externalId", equalTo(List.of("P-1042")));
    }

    @Test
    void shows_no_more_than_a_hundred_who_share_an_email() {
        var mia = clinic.client("Mia");
        Database.execute(
                "insert into client (id, clinic_id, given_name, family_name, email, address_key, created_at, version)"
                        + " select gen_random_uuid(), clinic_id, given_name, family_name, email, address_key, created_at, 0"
                        + " from client, generate_series(1, 120) where id = cast(? as uuid)",
                mia.id());

        clinic.owner()
                .get(Api.CLIENTS + "/" + mia.id())
                .then()
                .statusCode(200)
                .body("sharesEmailWith.size()", lessThanOrEqualTo(100))
                .body("sharesEmailWith.size()", greaterThanOrEqualTo(99));
    }

    @Test
    void takes_an_external_id_once_however_many_try() throws Exception {
        var answers = Together.all(IntStream.range(0, 8)
                .mapToObj(n -> (Callable<Response>) () -> add(Map.of("externalId", "HP-7")))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> assertRefused(answer, 409, "external-id-taken"));
        Portal.clinic()
                .owner()
                .post(Api.CLIENTS, Map.of("givenName", "Mia", "familyName", "L", "externalId", "HP-7"))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mia",
                "mia@localhost",
                "Mia <mia@example.org>",
                "a@example.org,b@example.org",
                "\"mia\"@example.org",
                "mia＠example.org",
                "mïa@example.org",
                "mia@example.org\r\nBcc: x@example.org",
                "mia@exa mple.org",
                "mia@[127.0.0.1]"
            })
    void refuses_what_is_no_plain_address(String email) {
        var answer = add(Map.of("email", email));

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors.pointer", equalTo(List.of("/email")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "a\nb"})
    void refuses_what_is_no_name(String name) {
        assertRefused(add(Map.of("givenName", name)), 400, "invalid-request");
    }

    @Test
    void takes_names_of_all_the_world() {
        add(Map.of("givenName", "Zoë 🌊", "familyName", "Ó Súilleabháin-Ñandú 王"))
                .then()
                .statusCode(201)
                .body("displayName", equalTo("Zoë 🌊 Ó Súilleabháin-Ñandú 王"));
        assertRefused(add(Map.of("familyName", "x".repeat(101))), 400, "invalid-request");
    }

    @Test
    void is_for_the_clinics_own_staff() {
        var mia = clinic.client("Mia");
        var stranger = Portal.clinic().owner();

        assertRefused(stranger.get(Api.CLIENTS + "/" + mia.id()), 404, "client-not-found");
        assertRefused(clinic.owner().get(Api.CLIENTS + "/" + UUID.randomUUID()), 404, "client-not-found");
        assertRefused(clinic.owner().get(Api.CLIENTS + "/mia"), 404, "not-found");
    }

    private Response add(Map<String, ?> members) {
        var body = new HashMap<String, @Nullable Object>(Map.of("givenName", "Mia", "familyName", "Larsen"));
        body.putAll(members);
        return clinic.owner().post(Api.CLIENTS, body);
    }
}
