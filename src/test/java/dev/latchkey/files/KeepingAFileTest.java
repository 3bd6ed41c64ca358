package dev.latchkey.files;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Outage;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KeepingAFileTest {

    private static final int LARGE = 4 * 1024 * 1024; // takes longer to keep than the clock of the disk is coarse
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OF_THE_WAITING =
            " from pg_stat_activity where wait_event_type = 'Lock' and query ilike 'insert into document%'";

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person mia = clinic.client("Mia");

    /** The row waits for a lock of ours, and the database says since when it has known the transaction. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takes_no_connection_before_the_bytes_are_safe(boolean keyed) throws Exception {
        var bytes = random(LARGE);
        CompletableFuture<Response> answer;
        try (var busy = Database.begin()) {
            busy.execute("lock table document in exclusive mode");
            answer = CompletableFuture.supplyAsync(() -> upload(bytes, keyed ? "once" : null));
            await().atMost(PATIENCE).until(() -> Database.count("select count(*)" + OF_THE_WAITING) == 1);

            var begun =
                    Database.count("select floor(extract(epoch from xact_start) * 1000000)::bigint" + OF_THE_WAITING);
            assertThat(begun).isGreaterThan(arrived(bytes));
        }
        answer.get().then().statusCode(201);
    }

    /** In the microseconds of Unix: when the bytes got their last place. */
    private static long arrived(byte[] bytes) throws IOException {
        return VaultOnDisk.holding(bytes).stream()
                .mapToLong(KeepingAFileTest::placed)
                .max()
                .orElseThrow();
    }

    private static long placed(Path file) {
        try {
            return ((FileTime) Files.getAttribute(file, "unix:ctime")).to(TimeUnit.MICROSECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void needs_one_connection_at_a_time(boolean keyed) throws Exception {
        try (var ignored = Outage.allConnectionsButOne()) {
            upload(random(64), keyed ? "once" : null).then().statusCode(201);
        }
    }

    @Test
    void that_is_refused_or_already_there_leaves_nothing_behind() throws Exception {
        var bytes = random(64);
        var others = random(64);
        upload(bytes, "once").then().statusCode(201);

        upload(bytes, "once").then().statusCode(201);
        assertRefused(upload(others, "once"), 422, "idempotency-key-reused");

        await().untilAsserted(() -> assertThat(VaultOnDisk.holding(bytes)).hasSize(1));
        await().untilAsserted(() -> assertThat(VaultOnDisk.holding(others)).isEmpty());
        assertThat(owner.get(files()).<List<?>>path("items")).hasSize(1);
    }

    private Response upload(byte[] bytes, @Nullable String key) {
        var request = owner.request().multiPart("file", "advice.txt", bytes);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(files());
    }

    private String files() {
        return Api.CLIENTS + "/" + mia.id() + "/files";
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(UUID.randomUUID().getMostSignificantBits()).nextBytes(bytes);
        return bytes;
    }
}
