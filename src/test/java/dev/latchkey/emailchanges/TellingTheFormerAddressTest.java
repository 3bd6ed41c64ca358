package dev.latchkey.emailchanges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Refusals;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TellingTheFormerAddressTest {

    private static final String SUBJECT = "The e-mail address of your record was changed";

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final String path = Api.CLIENTS + "/" + mia.id();

    @Test
    void says_what_happened_and_nothing_of_whom_or_where_to() {
        var next = Portal.anAddress("next");

        clinic.owner().changesEmailOf(mia, next).then().statusCode(200);

        var letter = Mailbox.newestTo(mia.email());
        assertThat(letter.subject()).isEqualTo(SUBJECT);
        assertThat(letter.text() + letter.html())
                .contains("Harbour Physio")
                .contains("tell the clinic")
                .doesNotContain(next)
                .doesNotContain("Mia")
                .doesNotContain("Larsen")
                .doesNotContain("#/");
        assertThat(letter.hasLink()).isFalse();
        assertThat(letters(next)).isZero();
    }

    @Test
    void comes_also_when_the_address_is_taken_away() {
        clinic.owner()
                .patch(path, Collections.singletonMap("email", null))
                .then()
                .statusCode(200);

        assertThat(Mailbox.newestTo(mia.email()).subject()).isEqualTo(SUBJECT);
    }

    @Test
    void comes_once_for_each_change() {
        var next = Portal.anAddress("next");
        clinic.owner().changesEmailOf(mia, next).then().statusCode(200);
        clinic.owner().changesEmailOf(mia, mia.email()).then().statusCode(200);

        assertThat(letters(mia.email())).isEqualTo(1);
        assertThat(letters(next)).isEqualTo(1);
    }

    /** The mailbox is the same, so its sessions and links go on, too. */
    @Test
    void stays_away_when_the_same_address_is_written_otherwise() {
        mia.signsIn();

        clinic.owner()
                .changesEmailOf(mia, mia.email().toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200);

        mia.get(Api.ME).then().statusCode(200);
        assertThat(letters(mia.email())).isZero();
    }

    @Test
    void comes_also_to_one_who_is_not_let_in_just_now() {
        clinic.owner().archives(mia).then().statusCode(200);
        clinic.owner().changesEmailOf(mia, Portal.anAddress("next")).then().statusCode(200);

        assertThat(Mailbox.newestTo(mia.email()).subject()).isEqualTo(SUBJECT);
    }

    @Test
    void stays_away_where_there_was_no_address() {
        var noah = clinic.client("Noah", null);
        clinic.owner().changesEmailOf(noah, Portal.anAddress("noah")).then().statusCode(200);

        assertThat(letters(mia.email())).isZero();
    }

    @Test
    void stays_away_when_the_change_is_refused() {
        clinic.owner()
                .post(Api.CLIENTS, Map.of("givenName", "Noah", "familyName", "Holm", "externalId", "C-1"))
                .then()
                .statusCode(201);

        Refusals.assertRefused(
                clinic.owner().patch(path, Map.of("externalId", "C-1", "email", Portal.anAddress("next"))),
                409,
                "external-id-taken");

        assertThat(letters(mia.email())).isZero();
    }

    /** Those that were queued, sent or not. */
    private static long letters(String address) {
        return Database.count(
                "select count(*) from letter where kind = 'address-changed' and lower(recipient) = lower(?)", address);
    }
}
