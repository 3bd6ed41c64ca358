package dev.latchkey.files;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DownloadingAFileTest {

    private final byte[] page = ("<!DOCTYPE html><title>" + UUID.randomUUID() + "</title>" + "stretch ".repeat(1000))
            .getBytes(StandardCharsets.UTF_8);

    private Practice clinic;
    private Person mia;
    private String id;
    private String content;

    @BeforeEach
    void open() {
        clinic = Portal.clinic();
        mia = clinic.client("Mia").signsIn();
        id = clinic.owner().uploads(mia, "stretches.html", page, true).path("id");
        content = Api.FILES + "/" + id + "/content";
    }

    @Test
    void brings_the_same_bytes_as_an_attachment_that_cannot_act() {
        clinic.owner()
                .patch(Api.STAFF_FILES + "/" + id, Map.of("name", "Übung \"1\".html"))
                .then()
                .statusCode(200);

        var answer = mia.get(content);

        answer.then()
                .statusCode(200)
                .header("Content-Type", "text/html")
                .header("Content-Length", String.valueOf(page.length))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"_bung _1_.html\"; filename*=UTF-8''%C3%9Cbung%20%221%22.html")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Accept-Ranges", "bytes");
        assertThat(answer.asByteArray()).isEqualTo(page);
    }

    @Test
    void names_an_office_file_with_a_password_by_its_registered_type() {
        var container = Arrays.copyOf(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 4096);
        var word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

        var uploaded = clinic.owner().uploads(mia, "report.docx", container, true);

        uploaded.then().statusCode(201).body("mediaType", equalTo(word));
        mia.get(Api.FILES + "/" + uploaded.path("id") + "/content").then().header("Content-Type", word);
    }

    /** {@code 20261130-0510-registered-media-types} */
    @ParameterizedTest
    @CsvSource({
        "report.docx, application/x-tika-msoffice, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "plan.XLSX, application/x-tika-ooxml-protected, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "scan.pdf, application/x-tika-msoffice, application/octet-stream",
        "report, application/x-tika-ooxml, application/zip",
        "report, application/vnd.oasis.opendocument.tika.flat.document, application/xml",
        "letter, text/x-tika-text-based-message, text/plain"
    })
    void names_the_registered_type_also_of_what_a_node_of_before_has_stored(
            String name, String type, String registered) {
        Database.execute("update document set name = ?, media_type = ? where id = ?", name, type, UUID.fromString(id));

        mia.get(content).then().statusCode(200).header("Content-Type", equalTo(registered));
        mia.get(Api.FILES + "/" + id).then().body("mediaType", equalTo(registered));
    }

    @Test
    void is_the_same_for_staff() {
        assertThat(clinic.owner().get(Api.STAFF_FILES + "/" + id + "/content").asByteArray())
                .isEqualTo(page);
    }

    @Test
    void goes_on_where_it_broke_off() {
        var whole = mia.get(content);

        var rest = mia.request()
                .header("Range", "bytes=1000-")
                .header("If-Range", whole.header("ETag"))
                .get(content);

        rest.then()
                .statusCode(206)
                .header("Content-Range", "bytes 1000-%d/%d".formatted(page.length - 1, page.length))
                .header("Content-Length", String.valueOf(page.length - 1000))
                .header("ETag", whole.header("ETag"));
        assertThat(rest.asByteArray()).isEqualTo(Arrays.copyOfRange(page, 1000, page.length));
    }

    @Test
    void starts_over_when_it_is_no_longer_the_same_file() {
        var answer = mia.request()
                .header("Range", "bytes=1000-")
                .header("If-Range", "\"another\"")
                .get(content);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asByteArray()).isEqualTo(page);
    }

    @Test
    void gives_the_whole_for_several_ranges() {
        var answer = part("bytes=0-1,5-6");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asByteArray()).isEqualTo(page);
    }

    @Test
    void gives_the_last_bytes() {
        assertThat(part("bytes=-8").asString()).isEqualTo("stretch ");
    }

    @Test
    void has_nothing_behind_the_end() {
        var answer = part("bytes=" + page.length + "-");

        assertRefused(answer, 416, "range-not-satisfiable");
        answer.then().header("Content-Range", "bytes */" + page.length);
    }

    @Test
    void is_spared_to_who_has_it() {
        var etag = mia.get(content).header("ETag");

        var answer = mia.request().header("If-None-Match", "\"older\", " + etag).get(content);

        answer.then().statusCode(304).header("ETag", etag);
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void keeps_its_tag_when_it_is_renamed() {
        var etag = mia.get(content).header("ETag");

        clinic.owner()
                .patch(Api.STAFF_FILES + "/" + id, Map.of("name", "other.html"))
                .then()
                .statusCode(200);

        mia.get(content).then().header("ETag", etag);
    }

    @Test
    void can_be_asked_about_first() {
        var answer = mia.request().header("Range", "bytes=0-4").head(content);

        answer.then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(page.length))
                .header("Accept-Ranges", "bytes");
    }

    @Test
    void fails_aloud_when_the_bytes_are_lost() throws IOException {
        Files.delete(VaultOnDisk.holding(page).get(0));

        assertRefused(mia.get(content), 500, "internal-error");
        mia.get(Api.FILES + "/" + id).then().statusCode(200).body("size", equalTo(page.length));
    }

    private Response part(String range) {
        return mia.request().header("Range", range).get(content);
    }
}
