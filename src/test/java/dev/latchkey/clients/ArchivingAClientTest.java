package dev.latchkey.clients;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArchivingAClientTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final String path = Api.CLIENTS + "/" + mia.id();

    @Test
    void ends_what_a_sent_link_could_open() {
        mia.asksForALoginLink().then().statusCode(202);
        var token = Mailbox.newestTo(mia.email()).fragment();

        archive();

        assertThat(mia.follows(token).statusCode()).isEqualTo(401);
    }

    @Test
    void makes_a_later_ask_answer_as_for_a_stranger() {
        archive();

        mia.asksForALoginLink().then().statusCode(202);

        assertThat(Mailbox.newestTo(mia.email()).text()).doesNotContain("#").doesNotContain("Mia");
    }

    @Test
    void stops_new_things() {
        archive();

        assertRefused(
                clinic.owner().post(path + "/login-links", Map.of("confirmedEmail", mia.email())),
                409,
                "client-archived");
    }

    @Test
    void can_be_said_twice_and_taken_back() {
        archive();
        String since = archive();

        clinic.owner().get(path).then().body("archivedAt", equalTo(since));
        clinic.owner().delete(path + "/archival").then().statusCode(200).body("archivedAt", nullValue());
        mia.signsInAgain();
        mia.get(Api.ME).then().statusCode(200);
    }

    private String archive() {
        return clinic.owner()
                .put(path + "/archival")
                .then()
                .statusCode(200)
                .body("archivedAt", notNullValue())
                .extract()
                .path("archivedAt");
    }
}
