package dev.latchkey.clinics;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With blanks around it, which no one sees, and by which it would be sorted and sought. */
@QuarkusTest
class WritingANameTest {

    private final Person owner = Portal.clinic().owner();

    @Test
    void keeps_the_name_alone_of_a_client() {
        assertNameAlone("clients", "givenName", Map.of("familyName", "Larsen"));
        assertNameAlone("clients", "familyName", Map.of("givenName", "Mia"));
    }

    @Test
    void keeps_the_name_alone_of_what_a_clinic_has() {
        assertNameAlone("locations", "name", Map.of());
        assertNameAlone("practitioners", "displayName", Map.of());
        assertNameAlone("services", "name", Map.of("durationMinutes", 45));
    }

    private void assertNameAlone(String kind, String member, Map<String, Object> others) {
        var body = new HashMap<>(others);
        body.put(member, " Park  ");

        var added = owner.post(Api.STAFF + "/" + kind, body);

        added.then().statusCode(201).body(member, equalTo("Park"));
        owner.patch(added.header("Location"), Map.of(member, "  Van der Berg "))
                .then()
                .statusCode(200)
                .body(member, equalTo("Van der Berg"));
    }

    /** Composed and not, with any blank around, and with what people write inside. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            Zoe\u0308,               Zoë
            \u00a0Mia\u2003,        Mia
            \u3000Mia\u202f,        Mia
            نیک\u200cنام,            نیک\u200cنام
            Anne\u00a0Marie,         Anne\u00a0Marie
            O’Brien,                 O’Brien
            """)
    void keeps_it_as_it_is_read(String typed, String kept) {
        for (var door : doors(typed)) {
            door.sent().then().statusCode(201).body(door.member(), equalTo(kept));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u00a0",
                "\u200b",
                "\u3164",
                "O\u0092Brien",
                "Larsen\u202e",
                "Lar\u200bsen",
                "Lar\nsen",
                "Lar\u2028sen",
                "Lar\tsen",
                "Lar\ue000sen",
                "Lar\uffffsen",
                "\ufeffLarsen"
            })
    void refuses_what_is_none_at_every_door(String typed) {
        for (var door : doors(typed)) {
            var refused = door.sent();
            assertRefused(refused, 400, "invalid-request");
            refused.then().body("errors.pointer", equalTo(List.of("/" + door.member())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 Park Rd\nPerth",
                "12 Park Rd\r\nPerth",
                "\u00a012 Park Rd\rPerth\r\n",
                "12 Park Rd\u2028Perth"
            })
    void keeps_the_lines_of_an_address(String pasted) {
        owner.post(Api.STAFF + "/locations", Map.of("name", "Park", "address", pasted))
                .then()
                .statusCode(201)
                .body("address", equalTo("12 Park Rd\nPerth"));
    }

    private record Door(String member, Supplier<Response> sending) {

        Response sent() {
            return sending.get();
        }
    }

    private List<Door> doors(String name) {
        return List.of(
                door("clients", "givenName", name, Map.of("familyName", "Larsen")),
                door("clients", "familyName", name, Map.of("givenName", "Mia")),
                new Door("externalId", () -> Portal.clinic()
                        .owner()
                        .post(Api.CLIENTS, Map.of("givenName", "Mia", "familyName", "Larsen", "externalId", name))),
                door("locations", "name", name, Map.of()),
                door("practitioners", "displayName", name, Map.of()),
                door("services", "name", name, Map.of("durationMinutes", 45)),
                new Door(
                        "displayName",
                        () -> owner.post(
                                Api.MEMBERS,
                                Map.of(
                                        "displayName",
                                        name,
                                        "email",
                                        Portal.anAddress("rosa"),
                                        "role",
                                        "receptionist"))),
                new Door("name", () -> Portal.operator().post(Api.CLINICS, clinic(name, "Robin"))),
                new Door("displayName", () -> invitesAnOwner(name)));
    }

    private static Response invitesAnOwner(String name) {
        var opened = Portal.operator().post(Api.CLINICS, clinic("Riverside", "Robin"));
        var again = Map.of("displayName", name, "email", Portal.anAddress("robin"));
        return Portal.operator().post(opened.header("Location") + "/owners", again);
    }

    private Door door(String kind, String member, String name, Map<String, Object> others) {
        var body = new HashMap<>(others);
        body.put(member, name);
        return new Door(member, () -> owner.post(Api.STAFF + "/" + kind, body));
    }

    private static Map<String, Object> clinic(String name, String owner) {
        return Map.of(
                "name",
                name,
                "slug",
                "clinic-" + UUID.randomUUID(),
                "timeZone",
                "Europe/Berlin",
                "currency",
                "EUR",
                "owner",
                Map.of("displayName", owner, "email", Portal.anAddress("owner")));
    }

    @Test
    void keeps_the_name_alone_of_a_clinic_and_its_staff() {
        var email = Portal.anAddress("owner");
        var clinic = Map.of(
                "name", " Riverside ",
                "slug", "clinic-" + UUID.randomUUID(),
                "timeZone", "Europe/Berlin",
                "currency", "EUR",
                "owner", Map.of("displayName", " Robin  ", "email", email));
        var opened = Portal.operator().post(Api.CLINICS, clinic);

        opened.then().statusCode(201).body("name", equalTo("Riverside"));
        for (var name : new String[] {" Robin  ", " Robin Park "}) {
            Portal.operator()
                    .post(opened.header("Location") + "/owners", Map.of("displayName", name, "email", email))
                    .then()
                    .statusCode(201)
                    .body("displayName", equalTo(name.strip()));
        }
        owner.post(
                        Api.MEMBERS,
                        Map.of("displayName", " Rosa ", "email", Portal.anAddress("rosa"), "role", "receptionist"))
                .then()
                .statusCode(201)
                .body("displayName", equalTo("Rosa"));
    }
}
