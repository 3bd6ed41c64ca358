package dev.latchkey.files;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards {@code CurrentForm} and {@code MultipartErrors} when RESTEasy Reactive is upgraded. */
@QuarkusTest
class FillingInTheUploadFormTest {

    private static final byte[] TEXT = "Drink water.".getBytes(StandardCharsets.UTF_8);

    private static final String FORM =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nx\r\n--b--\r\n";

    /** Of all forms: each is for a client of its own. */
    private static Practice clinic;

    private Person owner;
    private String files;

    @BeforeAll
    static void open_a_clinic() {
        clinic = Portal.clinic();
    }

    @BeforeEach
    void add_a_client() {
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
        assertThat(Answers.list(owner.get(files), "/items", Object.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename=\"X-ray \\\"left\\\" knee.pdf\" | X-ray \"left\" knee.pdf",
                "filename=\"X-ray %22left%22 knee.pdf\"   | X-ray \"left\" knee.pdf",
                "filename=my exercises.pdf                | my exercises.pdf",
                "filename=\"_.pdf\"; filename*=UTF-8''%C3%9Cbung.pdf | Übung.pdf",
                "filename=\"=?UTF-8?Q?=C3=9Cbung.pdf?=\"  | Übung.pdf"
            })
    void keeps_the_name_as_the_sender_means_it(String sent, String kept) {
        var uploaded = upload(sent);

        uploaded.then().statusCode(201).body("name", equalTo(kept));
        owner.get(uploaded.header("Location")).then().body("name", equalTo(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename=\"Blood test 12/03/2026.pdf\"",
                "filename*=UTF-8''%DCbung.pdf; filename=\"bung.pdf\"",
                "filename*0=\"knee\"; filename*1=\".pdf\"",
                "filename=\"a%0D%0Ab.pdf\""
            })
    void refuses_a_name_that_it_would_have_to_cut(String sent) {
        assertRefused(upload(sent), 422, "file-name-invalid");
    }

    @Test
    void refuses_a_name_in_an_encoding_that_was_not_said() throws IOException {
        var latin =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Übung.pdf\"\r\n\r\nx\r\n--b--\r\n";

        assertThat(send(latin, "Content-Type: multipart/form-data; boundary=b"))
                .startsWith("HTTP/1.1 422 ")
                .contains("\"code\":\"file-name-invalid\"");
        assertThat(send(latin, "Content-Type: multipart/form-data; charset=ISO-8859-1; boundary=b"))
                .startsWith("HTTP/1.1 201 ")
                .contains("\"name\":\"Übung.pdf\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=\"",
                "multipart/form-data; boundary=other",
                "multipart/form-data; charset=x-unknown; boundary=b",
                "Multipart/Form-Data; boundary=b",
                "MULTIPART/FORM-DATA",
                "multipart/form-data; Boundary=b",
                "multipart/mixed; boundary=b",
                "multipart/*; boundary=b",
                "multipart",
                "*/*",
                "",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "application/json",
                "text/plain"
            })
    void under_another_media_type_is_refused(String mediaType) throws IOException {
        assertThat(send(FORM, "Content-Type: " + mediaType))
                .matches(
                        "(?s)HTTP/1.1 (400|415) .*\"code\":\"(malformed-request|invalid-request|unsupported-media-type)\".*");
        assertThat(Answers.list(owner.get(files), "/items", Object.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void without_a_media_type_is_refused(String body) throws IOException {
        assertThat(send(body)).startsWith("HTTP/1.1 415 ").contains("\"code\":\"unsupported-media-type\"");
        assertThat(send(body + FORM)).startsWith("HTTP/1.1 415 ").contains("\"code\":\"unsupported-media-type\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "--b",
                "--b--",
                "--b--\r\n",
                "--b\r\n",
                "--b\r\n\r\n",
                "--b\r\n\r\n\r\n--b--\r\n",
                "\r\n--b\r\n:\r\n\r\n"
            })
    void with_nothing_in_it_is_refused(String body) throws IOException {
        assertThat(send(body, "Content-Type: multipart/form-data; boundary=b")).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain",
                "Content-Disposition: form-data",
                "Content-Disposition: form-data; filename=\"a.txt\"",
                "Content-Disposition: FORM-DATA; NAME=\"file\"; FILENAME=\"a.txt\"",
                "Content-Disposition: form-data; NAME=\"file\"; filename=\"a.txt\"",
                "Content-Disposition: form-data; name=; filename=\"a.txt\"",
                "Content-Disposition: form-data; name=\"\"; filename=\"a.txt\"",
                "Content-Disposition: attachment; name=\"file\"; filename=\"a.txt\"",
                "Content-Disposition: form-data; name=\"file\"; name=\"shared\"; filename=\"a.txt\"",
                "Content-Disposition: form-data; filename=\"a\\\"; name=\"shared\"; b=\"\"; name=\"file\"",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a \"b\" c.txt\"",
                "Content-Disposition: form-data; name=\"file\"; filename*=a.txt",
                "Content-Disposition: form-data; name=\"file\"; filename*=x-unknown''a.txt",
                "Content-Disposition:",
                "Content-Disposition"
            })
    void with_a_part_that_does_not_say_its_name_is_refused(String head) {
        var part = "--b\r\n" + head + "\r\n\r\nx\r\n";
        var file = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nx\r\n";
        var shared = "--b\r\nContent-Disposition: form-data; name=\"shared\"\r\n\r\ntrue\r\n";

        for (var body : List.of(part, part + file, file + part, shared + part, part + shared)) {
            assertThat(form(body + "--b--\r\n").statusCode()).as(body).isEqualTo(400);
        }
        assertThat(Answers.list(owner.get(files), "/items", Object.class)).isEmpty();
    }

    private Response upload(String disposition) {
        return form("--b\r\nContent-Disposition: form-data; name=\"file\"; " + disposition + "\r\n\r\nx\r\n--b--\r\n");
    }

    /** Byte for byte, where a library would mend what it is given. */
    private Response form(String body) {
        return owner.sends("POST", files, body, Map.of("Content-Type", "multipart/form-data; boundary=b"));
    }

    /** The same for a head that no library would send. */
    private String send(String body, String... heads) throws IOException {
        try (var wire = Wire.open()) {
            wire.sends("POST " + files + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + owner.token()
                    + "\r\n");
            for (var head : heads) {
                wire.sends(head + "\r\n");
            }
            wire.sends("Content-Length: " + body.length() + "\r\n\r\n" + body);
            return wire.hears();
        }
    }
}
