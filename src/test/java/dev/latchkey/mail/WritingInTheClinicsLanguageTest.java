package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WritingInTheClinicsLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | Votre lien de connexion | Votre connexion | Votre invitation | Votre mot de passe | Votre rôle a été modifié | L’adresse e-mail de votre dossier
            de | Ihr Anmeldelink | Ihre Anmeldung bei | Ihre Einladung | Ihr Passwort bei | Ihre Rolle wurde | Die E-Mail-Adresse Ihrer Akte
            es | Su enlace de acceso | Su acceso a | Su invitación | Su contraseña en | Se ha cambiado su función | Se ha cambiado la dirección
            """)
    void speaks_it_to_clients_strangers_and_staff(
            String language,
            String link,
            String noRecord,
            String invitation,
            String reset,
            String notice,
            String addressChanged) {
        var clinic = Portal.clinic();
        var owner = clinic.owner();
        owner.patch(Api.CLINIC, Map.of("language", language)).then().statusCode(200);
        var mia = clinic.client("Mia");
        var stranger = Portal.anAddress("stranger");
        var colleague = clinic.staff("receptionist");

        mia.asksForALoginLink();
        Person.asking(clinic, stranger).asksForALoginLink();
        assertThat(newestTo(mia.email(), 1).subject()).startsWith(link);
        assertThat(newestTo(stranger, 1).subject()).startsWith(noRecord);
        assertThat(newestTo(colleague.email(), 1).subject()).startsWith(invitation);
        Person.stranger().requestsPasswordReset(colleague.email());
        assertThat(newestTo(colleague.email(), 2).subject()).startsWith(reset);
        owner.patch(Api.MEMBERS + "/" + colleague.id(), Map.of("role", "accountant", "password", Person.PASSWORD))
                .then()
                .statusCode(200);
        assertThat(newestTo(colleague.email(), 3).subject()).startsWith(notice);
        owner.changesEmailOf(mia, Portal.anAddress("next")).then().statusCode(200);
        assertThat(newestTo(mia.email(), 2).subject()).startsWith(addressChanged);
    }

    private static Mailbox.Letter newestTo(String address, int howMany) {
        List<Mailbox.Letter> letters = Mailbox.lettersTo(address, howMany);
        return letters.get(0);
    }
}
