package dev.latchkey.letters;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PreviewingALetterTest {

    private static final String LOGIN_LINK = Api.LETTER_PREVIEWS + "/login-link";

    private Practice clinic;
    private Person owner;

    @BeforeEach
    void open_a_clinic() {
        clinic = Portal.clinic();
        owner = clinic.owner();
    }

    @Test
    void shows_what_a_client_would_get() {
        owner.patch(Api.LETTER_SETTINGS, Map.of("greeting", "Welcome,")).then().statusCode(200);
        var mia = clinic.client("Mia");
        mia.asksForALoginLink();
        var letter = Mailbox.newestTo(mia.email());

        var preview = owner.get(LOGIN_LINK);

        assertThat(preview.<String>path("subject")).isEqualTo(letter.subject());
        assertThat(asExample(preview.path("text"))).isEqualTo(asExample(letter.text()));
        assertThat(preview.<String>path("text")).contains("/" + clinic.slug() + "/login#example\n");
        assertThat(preview.<String>path("html")).contains("Welcome,", "/login#example\"");
    }

    /** What differs between two letters: secret, code and time. */
    private static String asExample(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("#\\S+", "#…")
                .replaceAll("[0-9]{6}", "……")
                .replaceAll("until .*", "until …");
    }

    @ParameterizedTest
    @CsvSource({
        "login-link, en, Your login link for Harbour Physio",
        "login-link, fr, Votre lien de connexion pour Harbour Physio",
        "login-link, de, Ihr Anmeldelink für Harbour Physio",
        "login-link, es, Su enlace de acceso a Harbour Physio",
        "email-confirmation, en, Confirm your e-mail address for Harbour Physio",
        "email-confirmation, fr, Confirmez votre adresse e-mail pour Harbour Physio",
        "email-confirmation, de, Bestätigen Sie Ihre E-Mail-Adresse für Harbour Physio",
        "email-confirmation, es, Confirme su dirección de correo para Harbour Physio",
        "no-client-record, en, Logging in at Harbour Physio",
        "no-client-record, fr, Votre connexion chez Harbour Physio",
        "no-client-record, de, Ihre Anmeldung bei Harbour Physio",
        "no-client-record, es, Su acceso a Harbour Physio",
        "portal-off, en, The portal of Harbour Physio is closed for now",
        "portal-off, fr, Le portail de Harbour Physio est fermé pour le moment",
        "portal-off, de, Das Portal von Harbour Physio ist vorübergehend geschlossen",
        "portal-off, es, El portal de Harbour Physio está cerrado por el momento"
    })
    void speaks_the_language_that_was_asked_for(String kind, String language, String subject) {
        var preview = owner.get(Api.LETTER_PREVIEWS + "/" + kind + "?language=" + language);

        preview.then().statusCode(200).body("subject", equalTo(subject));
        assertThat(preview.<String>path("html")).contains("<html lang=\"" + language + "\"");
    }

    @Test
    void shows_what_a_client_would_get_while_the_portal_is_off() {
        owner.patch(Api.CLINIC, Map.of("phone", "02 9250 1234")).then().statusCode(200);
        owner.patch(Api.PORTAL_SETTINGS, Map.of("message", "We have <moved>.\nSee you."))
                .then()
                .statusCode(200);
        var before = owner.get(Api.LETTER_PREVIEWS + "/portal-off");
        owner.patch(Api.PORTAL_SETTINGS, Map.of("on", false)).then().statusCode(200);
        var mia = clinic.client("Mia");
        mia.asksForALoginLink();
        var letter = Mailbox.newestTo(mia.email());

        assertThat(before.<String>path("subject")).isEqualTo(letter.subject());
        assertThat(before.<String>path("text")).isEqualTo(letter.text().replace("\r\n", "\n"));
        assertThat(before.<String>path("html")).contains("We have &lt;moved&gt;.", "02 9250 1234");
        assertThat(owner.get(Api.LETTER_PREVIEWS + "/portal-off").<String>path("text"))
                .isEqualTo(before.path("text"));
    }

    @Test
    void speaks_the_clinics_language_otherwise() {
        owner.patch(Api.CLINIC, Map.of("language", "es")).then().statusCode(200);

        owner.get(LOGIN_LINK).then().body("subject", equalTo("Su enlace de acceso a Harbour Physio"));
    }

    @Test
    void sends_and_queues_nothing() {
        var id = UUID.fromString(owner.get(Api.CLINIC).path("id"));
        var letters = Database.count("select count(*) from letter where clinic_id = ?", id);
        var waiting = Mailbox.lettersTo(owner.email()).size();

        owner.get(LOGIN_LINK).then().statusCode(200);

        assertThat(Database.count("select count(*) from letter where clinic_id = ?", id))
                .isEqualTo(letters);
        assertThat(Database.count("select count(*) from login_link where clinic_id = ?", id))
                .isZero();
        assertThat(Mailbox.lettersTo(owner.email())).hasSize(waiting);
    }

    @Test
    void refuses_other_kinds_and_languages() {
        assertRefused(owner.get(Api.LETTER_PREVIEWS + "/password-reset"), 404, "letter-kind-not-found");
        assertRefused(owner.get(LOGIN_LINK + "?language=tlh"), 400, "invalid-request");
    }
}
