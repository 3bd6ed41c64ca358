package dev.latchkey.loginlinks;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.matchesPattern;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestingALoginLinkTest {

    private Practice clinic;

    @BeforeEach
    void open() {
        clinic = Portal.clinic();
    }

    @Test
    void sounds_the_same_whether_or_not_the_address_is_known() {
        var mia = clinic.client("Mia");
        var archived = clinic.client("Noah");
        clinic.owner().archives(archived).then().statusCode(200);

        var known = asks(mia.email());
        var unknown = asks(Portal.anAddress("stranger"));
        var gone = asks(archived.email());

        known.then().statusCode(202).body("requestId", matchesPattern("[A-Za-z0-9_-]{22}"));
        assertThat(shape(unknown)).isEqualTo(shape(known));
        assertThat(shape(gone)).isEqualTo(shape(known));
    }

    @Test
    void tells_a_stranger_by_mail_that_there_is_no_record() {
        var stranger = Portal.anAddress("stranger");

        asks(stranger);

        var letter = Mailbox.newestTo(stranger);
        assertThat(letter.text())
                .contains("Harbour Physio")
                .contains("https://book.example.org/harbour")
                .doesNotContain("/login#")
                .doesNotContain(stranger);
        await().untilAsserted(
                        () -> assertThat(Database.count("select count(*) from letter where recipient = ?", stranger))
                                .as("letters that still know whom they went to")
                                .isZero());
    }

    @Test
    void tells_a_stranger_so_once_a_day_at_most() {
        var stranger = Portal.anAddress("stranger");
        var elsewhere = Portal.clinic();

        asks(stranger);
        Mailbox.newestTo(stranger);
        asks(stranger);
        Person.asking(elsewhere, stranger).asksForALoginLink();

        await().untilAsserted(() -> assertThat(suppressed(clinic)).isOne());
        await().untilAsserted(() -> assertThat(suppressed(elsewhere)).isOne());
        assertThat(Mailbox.lettersTo(stranger)).hasSize(1);
    }

    @Test
    void reaches_the_address_on_the_record_however_it_is_typed() {
        var mia = clinic.client("Mia");

        asks(mia.email().toUpperCase(java.util.Locale.ROOT));

        assertThat(Mailbox.newestTo(mia.email()).to()).isEqualTo(mia.email());
    }

    @Test
    void of_an_archived_client_sends_no_link() {
        var mia = clinic.client("Mia");
        clinic.owner().archives(mia).then().statusCode(200);

        asks(mia.email());

        assertThat(Mailbox.newestTo(mia.email()).text()).doesNotContain("/login#");
    }

    @Test
    void of_another_clinics_client_sends_no_link() {
        var elsewhere = Portal.clinic().client("Mia");

        asks(elsewhere.email());

        assertThat(Mailbox.newestTo(elsewhere.email()).text()).doesNotContain("/login#");
    }

    @Test
    void at_a_portal_that_is_not_there_is_refused() {
        assertRefused(
                Person.stranger().post(Api.PORTALS + "/no-such-clinic/login-links", Map.of("email", "mia@example.org")),
                404,
                "portal-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mia",
                "@example.org",
                "mia@localhost",
                "a@example.org,b@example.org",
                "Mia <mia@example.org>",
                "\"mia\"@example.org",
                "mia＠example.org",
                "mia@example.org\r\nBcc: all@example.org",
                "mia\u0000@example.org",
                "mïa@example.org",
                "mia@[127.0.0.1]",
                ".mia@example.org"
            })
    void with_no_plain_address_is_refused(String typed) {
        assertRefused(asks(typed), 400, "invalid-request");
    }

    private Response asks(String email) {
        return Person.stranger().post(Api.PORTALS + "/" + clinic.slug() + "/login-links", Map.of("email", email));
    }

    private static long suppressed(Practice where) {
        return Database.count(
                "select count(*) from login_request where clinic_id = ? and outcome = 'SUPPRESSED'",
                Database.clinicId(where.slug()));
    }

    /** All of an answer but what is random in every one. */
    private static String shape(Response answer) {
        return Answers.shape(answer).replace(answer.<String>path("requestId"), "…");
    }
}
