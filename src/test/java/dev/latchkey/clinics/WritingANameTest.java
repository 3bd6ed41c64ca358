package dev.latchkey.clinics;

import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
