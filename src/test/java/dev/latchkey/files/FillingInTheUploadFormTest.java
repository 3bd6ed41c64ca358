package dev.latchkey.files;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards {@code CurrentForm} and {@code MultipartErrors} when RESTEasy Reactive is upgraded. */
@QuarkusTest
class FillingInTheUploadFormTest {

    private static final byte[] TEXT = "Drink water.".getBytes(StandardCharsets.UTF_8);

    private Person owner;
    private String files;

    @BeforeEach
    void open() {
        var clinic = Portal.clinic();
        owner = clinic.owner();
        files = Api.CLIENTS + "/" + clinic.client("Mia").id() + "/files";
    }

    @Test
    void does_not_decide_the_media_type() {
        var page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

        owner.request()
                .multiPart("file", "scan.pdf", page, "application/pdf")
                .post(files)
                .then()
                .statusCode(201)
                .body("mediaType", equalTo("text/html"));
    }

    @ParameterizedTest
    @CsvSource({
        "../../../etc/passwd, passwd",
        "/etc/cron.d/job, job",
        "..\\..\\boot.ini, boot.ini",
        "Übung.pdf, Übung.pdf"
    })
    void with_a_path_gives_its_last_part_for_the_name(String sent, String kept) {
        upload("filename=\"" + sent + "\"").then().statusCode(201).body("name", equalTo(kept));
    }

    @ParameterizedTest
    @CsvSource({"filename=\"..\"", "filename=\"\"", "filename=\"a\u0001.txt\"", "filename=\"folder/\""})
    void without_a_name_is_refused(String disposition) {
        assertRefused(upload(disposition), 422, "file-name-invalid");
    }

    @Test
    void against_the_contract_is_refused() {
        assertRefused(owner.request().multiPart("shared", "true").post(files), 400, "invalid-request");
        var unclear = owner.request().multiPart("file", "a.txt", TEXT).multiPart("shared", "perhaps");
        assertRefused(unclear.post(files), 400, "invalid-request");
        assertRefused(form("--b\r\nno header\r\n\r\nx\r\n--b--\r\n"), 400, "malformed-request");
        assertRefused(form("--b\r\nContent-Disposition: form-data; name=\"file\""), 400, "malformed-request");
    }

    @Test
    void with_parts_that_contradict_each_other_or_are_none_of_ours_is_refused() {
        var one = owner.request().multiPart("file", "a.txt", TEXT);
        var unclear = owner.request().multiPart("file", "a.txt", TEXT).multiPart("shared", "false");
        var other = owner.request().multiPart("file", "a.txt", TEXT);
        var attached = owner.request().multiPart("file", "a.txt", TEXT);

        assertRefused(unclear.multiPart("shared", "true").post(files), 400, "invalid-request");
        assertRefused(one.multiPart("file", "b.txt", TEXT).post(files), 400, "invalid-request");
        assertRefused(other.multiPart("folder", "scans").post(files), 400, "invalid-request");
        assertRefused(
                attached.multiPart("shared", "a.txt", "true".getBytes(StandardCharsets.UTF_8))
                        .post(files),
                400,
                "invalid-request");
        assertThat(owner.get(files).<List<?>>path("items")).isEmpty();
    }

    private Response upload(String disposition) {
        return form("--b\r\nContent-Disposition: form-data; name=\"file\"; " + disposition + "\r\n\r\nx\r\n--b--\r\n");
    }

    /** Byte for byte, where a library would mend what it is given. */
    private Response form(String body) {
        RequestSpecification request = owner.request();
        return request.contentType("multipart/form-data; boundary=b")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(files);
    }
}
