package dev.latchkey.loginlinks;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RenewingALoginLinkTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final String link = sent();

    private String sent() {
        mia.asksForALoginLink().then().statusCode(202);
        return Mailbox.newestTo(mia.email()).fragment();
    }

    @Test
    void that_is_too_old_sends_a_new_one_to_the_same_mailbox() {
        Database.minutesPassForLinksTo(mia.email(), 16);
        assertRefused(mia.follows(link), 401, "login-link-expired");

        Person.stranger()
                .renewsLink(link)
                .then()
                .statusCode(202)
                .body("requestId", matchesPattern("[A-Za-z0-9_-]{22}"));

        mia.follows(Mailbox.lettersTo(mia.email(), 2).get(0).fragment()).then().statusCode(201);
    }

    @Test
    void that_was_used_sends_a_new_one() {
        mia.follows(link).then().statusCode(201);

        Person.stranger().renewsLink(link).then().statusCode(202);

        mia.follows(Mailbox.lettersTo(mia.email(), 2).get(0).fragment()).then().statusCode(201);
    }

    @Test
    void says_nothing_of_an_address_that_the_client_has_left() {
        clinic.owner().changesEmailOf(mia, Portal.anAddress("new")).then().statusCode(200);

        Person.stranger().renewsLink(link).then().statusCode(202);

        var letters = Mailbox.lettersTo(mia.email(), 3).subList(0, 2); // one of them says that the address was left
        assertThat(letters).allSatisfy(letter -> assertThat(letter.text()).doesNotContain("#"));
    }

    @Test
    void is_for_links_of_ours_alone() {
        assertRefused(Person.stranger().renewsLink("A".repeat(43)), 401, "login-link-unknown");
        assertRefused(Person.stranger().renewsLink(""), 400, "invalid-request");
    }
}
