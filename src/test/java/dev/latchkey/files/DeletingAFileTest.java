package dev.latchkey.files;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.support.Api;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class DeletingAFileTest {

    private final byte[] bytes = ("unique " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);

    @Test
    void takes_it_from_the_client_the_staff_and_the_disk() throws IOException {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia").signsIn();
        var path = clinic.owner().uploads(mia, "advice.txt", bytes, true).header("Location");
        await().untilAsserted(() -> assertThat(VaultOnDisk.holding(bytes)).hasSize(1));

        clinic.owner().delete(path).then().statusCode(204);

        assertRefused(clinic.owner().get(path), 404, "file-not-found");
        assertRefused(clinic.owner().delete(path), 404, "file-not-found");
        mia.get(Api.FILES).then().body("items", equalTo(List.of()));
        assertThat(VaultOnDisk.holding(bytes)).isEmpty();
    }

    /** As one that comes while a download has read the row and not yet the bytes. */
    @Test
    void leaves_nothing_for_a_download_that_has_begun() {
        var clinic = Portal.clinic();
        var path = clinic.owner()
                .uploads(clinic.client("Mia"), "advice.txt", bytes, true)
                .header("Location");
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var document = QuarkusTransaction.requiringNew()
                .call(() -> Arc.container().instance(Documents.class).get().findById(id));

        clinic.owner().delete(path).then().statusCode(204);

        assertThatThrownBy(() ->
                        Arc.container().instance(DownloadResponses.class).get().bytes(document))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(FileReason.FILE_NOT_FOUND));
    }

    @Test
    void by_eight_people_at_once_happens_once() throws Exception {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia");

        for (var round = 0; round < 5; round++) {
            var path = clinic.owner().uploads(mia, "advice.txt", bytes, true).header("Location");

            var answers = Together.all(Collections.<Callable<Response>>nCopies(
                    8, () -> clinic.owner().delete(path)));

            assertThat(answers)
                    .extracting(Response::statusCode)
                    .containsOnlyOnce(204)
                    .containsOnly(204, 404);
        }
    }

    @Test
    void leaves_another_file_with_the_same_bytes() throws IOException {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia");
        var first = clinic.owner().uploads(mia, "advice.txt", bytes, true).header("Location");
        var second = clinic.owner().uploads(mia, "advice.txt", bytes, true).header("Location");

        clinic.owner().delete(first).then().statusCode(204);

        assertThat(clinic.owner().get(second + "/content").asByteArray()).isEqualTo(bytes);
    }

    @Test
    void happens_by_itself_to_the_bytes_of_an_upload_that_fails(@TempDir Path directory) throws IOException {
        var source = Files.write(directory.resolve("upload"), bytes);
        var vault = Arc.container().instance(Vault.class).get();

        assertThatThrownBy(() -> {
                    try (var stored = vault.keep(source, new FileName("advice.txt"))) {
                        QuarkusTransaction.requiringNew().run(() -> {
                            stored.enlist();
                            assertThat(holding()).hasSize(1);
                            throw new IllegalStateException("the row could not be written");
                        });
                    }
                })
                .hasMessage("the row could not be written");

        assertThat(holding()).isEmpty();
    }

    @Test
    void does_not_happen_to_bytes_whose_row_may_have_been_written(@TempDir Path directory) throws IOException {
        var source = Files.write(directory.resolve("upload"), bytes);
        var vault = Arc.container().instance(Vault.class).get();
        var database = Arc.container().instance(Session.class).get();

        assertThatThrownBy(() -> {
                    try (var stored = vault.keep(source, new FileName("advice.txt"))) {
                        QuarkusTransaction.requiringNew().run(() -> {
                            stored.enlist();
                            database.doWork(DeletingAFileTest::hangUp);
                        });
                    }
                })
                .isInstanceOf(QuarkusTransactionException.class);

        assertThat(holding()).hasSize(1);
    }

    /** So that the commit is never answered: the node cannot know whether it was done. */
    private static void hangUp(Connection connection) {
        assertThatThrownBy(() -> connection.createStatement().execute("select pg_terminate_backend(pg_backend_pid())"))
                .isInstanceOf(SQLException.class);
    }

    private List<Path> holding() {
        try {
            return VaultOnDisk.holding(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
