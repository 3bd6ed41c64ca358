package dev.latchkey.files;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
        files = Api.CLIENTS + "/" + mia.id() + "/files";
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
    void refuses_an_empty_file() {
        assertRefused(owner.uploads(mia, "empty.txt", new byte[0], false), 422, "file-empty");
    }

    @Test
    void refuses_more_than_100_MB(@TempDir Path directory) throws IOException {
        assertRefused(upload(sparse(directory, Document.LARGEST + 1)), 413, "file-too-large");
        assertRefused(upload(sparse(directory, 101L * 1024 * 1024)), 413, "file-too-large");
        assertThat(owner.get(files).<List<?>>path("items")).isEmpty();
    }

    /** The parser counts them, and says so where the server would hang up. Guards {@code UploadSizes} when Quarkus is upgraded. */
    @Test
    void refuses_more_than_100_MB_that_were_not_announced() throws IOException {
        try (var wire = Wire.open()) {
            wire.sends("POST " + files + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + owner.token()
                    + "\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n");
            wire.sends(chunk("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"));
            var piece = chunk("x".repeat(1024 * 1024));
            for (var n = 0; n < 101; n++) {
                wire.sends(piece);
            }
            wire.sends(chunk("x".repeat(32_768) + "\r\n--b--\r\n") + chunk(""));

            assertThat(wire.hears()).startsWith("HTTP/1.1 413 ").contains("\"code\":\"body-too-large\"");
        }
    }

    private static String chunk(String bytes) {
        return Integer.toHexString(bytes.length()) + "\r\n" + bytes + "\r\n";
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

    private static File sparse(Path directory, long size) throws IOException {
        var file = directory.resolve("large").toFile();
        try (var open = new RandomAccessFile(file, "rw")) {
            open.setLength(size);
        }
        return file;
    }
}
