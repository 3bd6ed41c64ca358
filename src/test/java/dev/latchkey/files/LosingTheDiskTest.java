package dev.latchkey.files;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What a disk says that takes nothing more is the same whatever it is that keeps it from doing so. Guards {@code MultipartErrors} when RESTEasy
 * Reactive is upgraded.
 */
@QuarkusTest
class LosingTheDiskTest {

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person mia = clinic.client("Mia");

    @Test
    void is_said_while_the_file_arrives_and_keeps_nothing_of_it() throws Exception {
        try (var ignored = VaultOnDisk.whereNothingArrives()) {
            refusedUntilItIsBack();
        }
        acceptedAgain();
    }

    @Test
    void is_said_when_the_file_is_to_be_kept_and_keeps_nothing_of_it() throws Exception {
        try (var ignored = VaultOnDisk.whereNothingIsKept()) {
            refusedUntilItIsBack();
        }
        acceptedAgain();
    }

    private void refusedUntilItIsBack() {
        var answer = upload("once");
        assertRefused(answer, 503, "vault-unavailable");
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(Database.count("select count(*) from document where client_id = ?", UUID.fromString(mia.id())))
                .isZero();
    }

    /** Under the same key, for a refusal is not what the key stands for. */
    private void acceptedAgain() throws Exception {
        assertThat(VaultOnDisk.holding(bytes())).isEmpty();
        upload("once").then().statusCode(201);
        assertThat(VaultOnDisk.holding(bytes())).hasSize(1);
        assertThat(owner.get(files()).<List<?>>path("items")).hasSize(1);
    }

    private Response upload(String key) {
        return owner.request()
                .header("Idempotency-Key", key)
                .multiPart("file", "advice.txt", bytes())
                .post(files());
    }

    private String files() {
        return Api.CLIENTS + "/" + mia.id() + "/files";
    }

    /** Used by no other test. */
    private byte[] bytes() {
        return ("Rest, and come back on Monday. " + mia.id()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
