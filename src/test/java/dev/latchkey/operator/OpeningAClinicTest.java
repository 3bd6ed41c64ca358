package dev.latchkey.operator;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OpeningAClinicTest {

    private final String slug = "clinic-" + UUID.randomUUID();
    private final String owner = Portal.anAddress("owner");

    @Test
    void answers_with_the_clinic_and_invites_its_owner() {
        var opened = open(Map.of());

        opened.then().statusCode(201).body("slug", equalTo(slug)).body("timeZone", equalTo("Europe/Berlin"));
        var read = Portal.operator().get(URI.create(opened.header("Location")).getPath());
        assertThat(read.asString()).isEqualTo(opened.asString());
        var letter = Mailbox.newestTo(owner);
        assertThat(letter.subject()).contains("Riverside");
        assertThat(letter.text()).contains("#");
        Person.stranger().get(Api.PORTALS + "/" + slug).then().statusCode(200).body("name", equalTo("Riverside"));
    }

    @Test
    void opens_one_for_each_slug_however_many_try() throws Exception {
        Callable<Response> attempt =
                () -> open(Map.of("owner", Map.of("displayName", "Robin", "email", Portal.anAddress("owner"))));

        var answers = Together.all(IntStream.range(0, 8).mapToObj(n -> attempt).toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> assertRefused(answer, 409, "slug-taken"));
    }

    @Test
    void leaves_nothing_behind_when_the_owner_signs_in_elsewhere() {
        var elsewhere =
                Map.of("displayName", "Robin", "email", Portal.clinic().owner().email());

        assertRefused(open(Map.of("slug", slug + "-b", "owner", elsewhere)), 409, "staff-email-taken");

        assertRefused(Person.stranger().get(Api.PORTALS + "/" + slug + "-b"), 404, "portal-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "timeZone, Mars/Olympus",
        "timeZone, +01:00",
        "currency, XXQ",
        "currency, eur",
        "currency, DEM",
        "currency, HRK",
        "currency, BGN",
        "currency, ANG",
        "currency, ZWL",
        "currency, CLF",
        "currency, CHE",
        "currency, USN",
        "currency, UYI",
        "currency, XAD",
        "currency, XAU",
        "currency, XDR",
        "currency, XTS",
        "currency, XXX",
        "slug, A B",
        "slug, ab",
        "slug, -harbour",
        "slug, har--bour",
        "slug, staff",
        "bookingUrl, http://book.example.org",
        "bookingUrl, javascript:alert(1)",
        "name, ''"
    })
    void says_what_is_wrong_with_it(String member, String value) {
        var answer = open(Map.of(member, value));

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors[0].pointer", equalTo("/" + member));
    }

    @Test
    void takes_no_link_into_the_letter_to_the_owner() {
        assertRefused(open(Map.of("name", "Riverside at evil.com")), 422, "letter-text-has-link");

        assertRefused(Person.stranger().get(Api.PORTALS + "/" + slug), 404, "portal-unknown");
    }

    /** Whatever the Java of this node knows: some of them are known to newer releases alone, and UYW to none. */
    @ParameterizedTest
    @ValueSource(strings = {"BHD", "JPY", "UYW", "SLE", "VED", "XCG", "ZWG"})
    void takes_every_currency_in_use(String currency) {
        var opened = open(Map.of("currency", currency));

        opened.then().statusCode(201).body("currency", equalTo(currency));
        open(Map.of("currency", "DEM")).then().body("errors[0].detail", containsString("in use"));
    }

    @Test
    void takes_a_time_zone_that_only_a_newer_java_knows() {
        open(Map.of("timeZone", "America/Coyhaique"))
                .then()
                .statusCode(201)
                .body("timeZone", equalTo("America/Coyhaique"));
    }

    /** The staff's pages may be there, on the portal's origin. */
    @Test
    void keeps_one_slug_for_the_staff() {
        open(Map.of("slug", "staff")).then().statusCode(400).body("errors[0].detail", containsString("not staff"));
        open(Map.of("slug", "staff-" + slug)).then().statusCode(201);
    }

    @Test
    void is_for_the_operator_alone() {
        assertRefused(open(Person.stranger(), Map.of()), 401, "unauthenticated");
        assertRefused(open(Person.withToken("a guess"), Map.of()), 401, "token-invalid");
        assertRefused(open(Portal.clinic().owner(), Map.of()), 403, "forbidden");
        assertRefused(Portal.operator().get(Api.STAFF_ME), 401, "token-invalid");
    }

    @Test
    void shows_the_newest_first() {
        Portal.clinic();
        open(Map.of()).then().statusCode(201);

        var newest = Portal.operator().get(Api.CLINICS + "?limit=1");

        newest.then().statusCode(200).body("items.size()", equalTo(1));
        assertThat(newest.<String>path("nextCursor")).isNotEmpty();
        assertThat(newest.header("Link")).contains("rel=\"next\"");
        assertRefused(Portal.operator().get(Api.CLINICS + "/" + UUID.randomUUID()), 404, "clinic-not-found");
    }

    private Response open(Map<String, ?> changes) {
        return open(Portal.operator(), changes);
    }

    private Response open(Person caller, Map<String, ?> changes) {
        var body = new HashMap<String, Object>(Map.of(
                "name", "Riverside",
                "slug", slug,
                "timeZone", "Europe/Berlin",
                "currency", "EUR",
                "owner", Map.of("displayName", "Robin Owner", "email", owner)));
        body.putAll(changes);
        return caller.post(Api.CLINICS, body);
    }
}
