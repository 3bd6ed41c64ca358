package dev.latchkey.files;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChangingAFileTest {

    private static final byte[] PDF = "%PDF-1.7\nstretch, twice a day\n".getBytes(StandardCharsets.UTF_8);

    private Person owner;
    private Person mia;

    @BeforeEach
    void open() {
        var clinic = Portal.clinic();
        owner = clinic.owner();
        mia = clinic.client("Mia");
    }

    @Test
    void leaves_alone_what_is_not_mentioned() {
        var path = Api.STAFF_FILES + "/" + uploaded(true);

        owner.patch(path, Map.of("name", "stretches.pdf"))
                .then()
                .statusCode(200)
                .body("name", equalTo("stretches.pdf"))
                .body("shared", equalTo(true));
        assertRefused(owner.patch(path, Map.of("name", "..")), 422, "file-name-invalid");
        assertRefused(owner.patch(path, Map.of("shared", "perhaps")), 400, "invalid-request");
        assertRefused(owner.patch(path, Map.of("folder", "plans")), 400, "invalid-request");
        owner.patch(path, Map.of()).then().statusCode(200).body("name", equalTo("stretches.pdf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Blood test 12/03/2026.pdf", "left\\right.pdf", "C:\\scans\\knee.pdf", "/tmp/knee.pdf"})
    void does_not_cut_the_new_name_at_its_slashes(String name) {
        var path = Api.STAFF_FILES + "/" + uploaded(false);

        var answer = owner.patch(path, Map.of("name", name));

        assertRefused(answer, 422, "file-name-invalid");
        answer.then().body("detail", containsString("without slashes"));
        owner.get(path).then().body("name", equalTo("exercises.pdf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "shared"})
    void takes_nothing_away(String member) {
        var id = uploaded(true);

        var answer = owner.patch(Api.STAFF_FILES + "/" + id, Collections.singletonMap(member, null));

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors.pointer", equalTo(List.of("/" + member)));
    }

    @Test
    void needs_to_know_what_is_changed() {
        var path = Api.STAFF_FILES + "/" + uploaded(false);
        var seen = owner.get(path).header("ETag");
        owner.patch(path, Map.of("name", "stretches.pdf")).then().statusCode(200);

        var blind = owner.request().contentType(ContentType.JSON).body(Map.of("shared", true));
        assertRefused(blind.patch(path), 428, "precondition-required");
        var stale = owner.request().header("If-Match", seen).contentType(ContentType.JSON);
        assertRefused(stale.body(Map.of("shared", true)).patch(path), 412, "precondition-failed");
    }

    private String uploaded(boolean shared) {
        return owner.uploads(mia, "exercises.pdf", PDF, shared)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
