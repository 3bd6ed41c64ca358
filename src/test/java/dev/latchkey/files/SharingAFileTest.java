package dev.latchkey.files;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SharingAFileTest {

    private static final byte[] PDF = "%PDF-1.7\nstretch, twice a day\n".getBytes(StandardCharsets.UTF_8);

    private Practice clinic;
    private Person owner;
    private Person mia;

    @BeforeEach
    void open() {
        clinic = Portal.clinic();
        owner = clinic.owner();
        mia = clinic.client("Mia").signsIn();
    }

    @Test
    void shows_it_to_the_client() {
        var id = uploaded("exercises.pdf", true);

        mia.get(Api.FILES)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)))
                .body("nextCursor", nullValue());
        mia.get(Api.FILES + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("exercises.pdf"))
                .body("from", equalTo("clinic"))
                .body("folder", nullValue())
                .body("mediaType", equalTo("application/pdf"))
                .body("size", equalTo(PDF.length));
        assertThat(mia.get(Api.FILES + "/" + id + "/content").asByteArray()).isEqualTo(PDF);
    }

    @Test
    void is_what_makes_a_private_file_visible() {
        var id = uploaded("exercises.pdf", false);
        assertHidden(mia, id);

        share(id, true);

        mia.get(Api.FILES + "/" + id).then().statusCode(200);
        mia.get(Api.FILES).then().body("items.id", equalTo(List.of(id)));
    }

    @Test
    void can_be_taken_back_at_once() {
        var id = uploaded("exercises.pdf", true);
        var etag = mia.get(Api.FILES + "/" + id + "/content").header("ETag");

        share(id, false);

        assertHidden(mia, id);
        var asKnown = mia.request().header("If-None-Match", etag).get(Api.FILES + "/" + id + "/content");
        assertRefused(asKnown, 404, "file-not-found");
    }

    @Test
    void shows_it_to_no_other_client() {
        var id = uploaded("exercises.pdf", true);

        assertHidden(clinic.client("Noah").signsIn(), id);
        assertRefused(mia.get(Api.STAFF_FILES + "/" + id), 403, "forbidden");
        assertRefused(Person.stranger().get(Api.FILES + "/" + id + "/content"), 401, "unauthenticated");
    }

    @Test
    void again_does_not_make_it_newer() {
        var id = uploaded("exercises.pdf", true);
        var since = mia.get(Api.FILES + "/" + id).<String>path("sharedAt");

        share(id, true);

        mia.get(Api.FILES + "/" + id).then().body("sharedAt", equalTo(since));
    }

    @Test
    void lists_what_was_shared_last_first() {
        var first = uploaded("first.pdf", false);
        var second = uploaded("second.pdf", true);
        var third = uploaded("third.pdf", true);
        share(first, true);

        var page = mia.get(Api.FILES + "?limit=2");
        page.then().body("items.id", equalTo(List.of(first, third)));
        mia.get(Api.FILES + "?limit=2&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.id", equalTo(List.of(second)))
                .body("nextCursor", nullValue());
    }

    @Test
    void stands_beside_what_the_client_brought() {
        var fromClinic = uploaded("exercises.pdf", true);
        var fromClient = brought("referral.pdf");

        mia.get(Api.FILES + "?from=clinic").then().body("items.id", equalTo(List.of(fromClinic)));
        mia.get(Api.FILES + "?from=client").then().body("items.id", equalTo(List.of(fromClient)));
        assertRefused(mia.get(Api.FILES + "?from=stranger"), 400, "invalid-request");
    }

    @Test
    void is_not_for_staff_to_decide_about_the_clients_own_files() {
        var id = brought("referral.pdf");
        var path = Api.STAFF_FILES + "/" + id;

        owner.get(Api.CLIENTS + "/" + mia.id() + "/files")
                .then()
                .body("items[0].from", equalTo("client"))
                .body("items[0].shared", equalTo(true));
        assertThat(owner.get(path + "/content").asByteArray()).isEqualTo(PDF);
        assertRefused(owner.patch(path, Map.of("shared", false)), 409, "file-of-client");
        assertRefused(owner.delete(path), 409, "file-of-client");
    }

    private String uploaded(String name, boolean shared) {
        return owner.uploads(mia, name, PDF, shared)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** As the client's own upload will leave it. */
    private String brought(String name) {
        var id = uploaded(name, true);
        Database.execute("update document set origin = 'CLIENT', uploaded_by = null where id = ?", UUID.fromString(id));
        return id;
    }

    private void share(String id, boolean shared) {
        owner.patch(Api.STAFF_FILES + "/" + id, Map.of("shared", shared))
                .then()
                .statusCode(200)
                .body("shared", equalTo(shared));
    }

    private static void assertHidden(Person person, String id) {
        person.get(Api.FILES).then().statusCode(200).body("items", equalTo(List.of()));
        assertRefused(person.get(Api.FILES + "/" + id), 404, "file-not-found");
        assertRefused(person.get(Api.FILES + "/" + id + "/content"), 404, "file-not-found");
    }
}
