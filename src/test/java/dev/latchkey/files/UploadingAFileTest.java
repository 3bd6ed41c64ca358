package dev.latchkey.files;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UploadingAFileTest {

    private static final byte[] TEXT = "Drink water.".getBytes(StandardCharsets.UTF_8);

    private Practice clinic;
    private Person owner;
    private Person mia;
    private String files;

    @BeforeEach
    void open() {
        clinic = Portal.clinic();
        owner = clinic.owner();
        mia = clinic.client("Mia");
        files = "/v1/staff/clients/" + mia.id() + "/files";
    }

    @Test
    void answers_with_the_file_and_where_it_is() {
        var answer = owner.uploads(mia, "advice.txt", TEXT, false);

        answer.then()
                .statusCode(201)
                .body("name", equalTo("advice.txt"))
                .body("from", equalTo("clinic"))
                .body("mediaType", equalTo("text/plain"))
                .body("size", equalTo(TEXT.length))
                .body("shared", equalTo(false))
                .body("sharedAt", nullValue())
                .body("clientId", equalTo(mia.id()));
        var read = owner.get(answer.header("Location"));
        assertThat(read.asString()).isEqualTo(answer.asString());
        assertThat(read.header("ETag")).isEqualTo(answer.header("ETag"));
    }

    @Test
    void keeps_two_files_of_one_name_apart() {
        var first = owner.uploads(mia, "advice.txt", TEXT, false).<String>path("id");
        var second = owner.uploads(mia, "advice.txt", TEXT, false).<String>path("id");

        var page = owner.get(files + "?limit=1");
        page.then().body("items.id", equalTo(List.of(second)));
        owner.get(files + "?limit=1&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.id", equalTo(List.of(first)));
    }

    @Test
    void is_private_unless_said_otherwise() {
        owner.request()
                .multiPart("file", "advice.txt", TEXT)
                .post(files)
                .then()
                .statusCode(201)
                .body("shared", equalTo(false));
    }

    @Test
    void believes_neither_the_senders_media_type_nor_the_name() {
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
    void takes_the_last_part_of_a_path_for_the_name(String sent, String kept) {
        upload("filename=\"" + sent + "\"").then().statusCode(201).body("name", equalTo(kept));
    }

    @ParameterizedTest
    @CsvSource({"filename=\"..\"", "filename=\"\"", "filename=\"a\u0001.txt\"", "filename=\"folder/\""})
    void refuses_a_file_without_a_name(String disposition) {
        assertRefused(upload(disposition), 422, "file-name-invalid");
    }

    @Test
    void refuses_an_empty_file() {
        assertRefused(owner.uploads(mia, "empty.txt", new byte[0], false), 422, "file-empty");
    }

    @Test
    void refuses_a_form_that_is_not_the_contracts() {
        assertRefused(owner.request().multiPart("shared", "true").post(files), 400, "invalid-request");
        var unclear = owner.request().multiPart("file", "a.txt", TEXT).multiPart("shared", "perhaps");
        assertRefused(unclear.post(files), 400, "invalid-request");
        assertRefused(form("--b\r\nno header\r\n\r\nx\r\n--b--\r\n"), 400, "malformed-request");
        assertRefused(form("--b\r\nContent-Disposition: form-data; name=\"file\""), 400, "malformed-request");
    }

    @Test
    void refuses_parts_that_contradict_each_other_or_are_none_of_ours() {
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

    @Test
    void refuses_more_than_100_MB(@TempDir Path directory) throws IOException {
        assertRefused(upload(sparse(directory, Document.LARGEST + 1)), 413, "file-too-large");
        assertRefused(upload(sparse(directory, 101L * 1024 * 1024)), 413, "file-too-large");
        assertThat(owner.get(files).<List<?>>path("items")).isEmpty();
    }

    @Test
    void takes_100_MB(@TempDir Path directory) throws IOException {
        upload(sparse(directory, Document.LARGEST)).then().statusCode(201).body("size", equalTo((int)
                Document.LARGEST));
    }

    @Test
    void twice_with_one_key_makes_one_file() {
        var key = UUID.randomUUID().toString();
        var first = keyed(key, TEXT);

        var second = keyed(key, TEXT);

        second.then().statusCode(201).body("id", equalTo(first.path("id")));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(owner.get(files).<List<?>>path("items")).hasSize(1);
        assertRefused(keyed(key, "Drink wine. ".getBytes(StandardCharsets.UTF_8)), 422, "idempotency-key-reused");
    }

    @Test
    void is_not_for_the_accountant() {
        var accountant = clinic.staff("accountant");
        var path = owner.uploads(mia, "advice.txt", TEXT, true).header("Location");

        assertRefused(accountant.uploads(mia, "advice.txt", TEXT, false), 403, "forbidden");
        assertRefused(accountant.get(files), 403, "forbidden");
        assertRefused(accountant.get(path), 403, "forbidden");
        assertRefused(accountant.get(path + "/content"), 403, "forbidden");
        assertRefused(accountant.delete(path), 403, "forbidden");
    }

    @Test
    void is_not_for_another_clinic() {
        var stranger = Portal.clinic().owner();
        var path = owner.uploads(mia, "advice.txt", TEXT, true).header("Location");

        assertRefused(stranger.uploads(mia, "advice.txt", TEXT, false), 404, "client-not-found");
        assertRefused(stranger.get(files), 404, "client-not-found");
        assertRefused(stranger.get(path), 404, "file-not-found");
        assertRefused(stranger.get(path + "/content"), 404, "file-not-found");
        assertRefused(stranger.delete(path), 404, "file-not-found");
    }

    private Response keyed(String key, byte[] bytes) {
        return owner.request()
                .header("Idempotency-Key", key)
                .multiPart("file", "advice.txt", bytes)
                .post(files);
    }

    private Response upload(File file) {
        return owner.request().multiPart("file", file).post(files);
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

    private static File sparse(Path directory, long size) throws IOException {
        var file = directory.resolve("large").toFile();
        try (var open = new RandomAccessFile(file, "rw")) {
            open.setLength(size);
        }
        return file;
    }
}
