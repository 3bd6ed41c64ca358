package dev.latchkey.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfirmingAnEmailByAClickTest {

    @Inject
    Browsers browsers;

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final String next = Portal.anAddress("next");

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void begins_at_the_desk_and_ends_in_the_clients_browser() {
        var desk = browsers.open();
        desk.signsInAtTheDesk(clinic.owner());
        desk.clicks("Mia Larsen");
        desk.arrivesAt("Client");
        desk.types("New e-mail", next);
        desk.clicks("Let them confirm it");
        desk.reads("A letter is on its way there.");
        desk.reads(next + " waits for them to confirm it.");
        var letter = Mailbox.newestTo(next);

        var scanner = browsers.open();
        scanner.follows(letter);
        scanner.arrivesAt("Is this your e-mail?");
        assertThat(scanner.address()).endsWith("/confirm-email");
        assertRecordHas(mia.email());

        var mias = browsers.open();
        mias.follows(letter);
        new Looks(mias).check("confirm-email");
        mias.clicks("Confirm");
        mias.arrivesAt("Your e-mail is confirmed");
        mias.reads("Harbour Physio writes to n•••••@example.org from now on.");
        assertRecordHas(next);

        scanner.clicks("Confirm");
        scanner.reads("This link is unknown, used, withdrawn or over 24 hours old.");
    }

    @Test
    void is_taken_back_at_the_desk() {
        clinic.owner().asksToConfirm(mia, next).then().statusCode(202);
        var desk = browsers.open();
        desk.signsInAtTheDesk(clinic.owner());
        desk.clicks("Mia Larsen");
        desk.arrivesAt("Client");

        desk.clicks("Take it back");

        desk.reads("Its link confirms nothing any more.");
        clinic.owner().looksAtEmailChangeOf(mia).then().statusCode(404);
    }

    private void assertRecordHas(String email) {
        clinic.owner().get(Api.CLIENTS + "/" + mia.id()).then().body("email", equalTo(email));
    }
}
