package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.support.Api;
import dev.latchkey.support.MoodyMailServer;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AsInstalled.class)
class AnsweringALetterTest {

    private Practice clinic;

    @BeforeEach
    void open_a_clinic() {
        clinic = Portal.clinic();
    }

    @Test
    void reaches_the_clinic_that_has_told_an_address() throws Exception {
        repliesGoTo("desk@harbour.example.org");

        for (var letter : letters()) {
            assertThat(letter.getHeader("Reply-To")).containsExactly("desk@harbour.example.org");
            assertThat(letter.getHeader("From", null)).isEqualTo("Harbour Physio <no-reply@portal.example.org>");
        }
    }

    @Test
    void reaches_the_sender_of_all_letters_otherwise() throws Exception {
        repliesGoTo("desk@harbour.example.org");
        repliesGoTo(null);

        for (var letter : letters()) {
            assertThat(letter.getHeader("Reply-To")).isNull();
        }
    }

    private void repliesGoTo(@Nullable String address) {
        var change = new HashMap<String, @Nullable Object>();
        change.put("replyTo", address);
        clinic.owner().patch(Api.CLINIC, change).then().statusCode(200);
    }

    /** To a client, a stranger and a colleague. */
    private List<MimeMessage> letters() {
        var mia = clinic.client("Mia");
        var stranger = "stranger@" + clinic.slug() + ".example.org"; // the letters to strangers of one domain are few
        var colleague = Portal.anAddress("colleague");
        mia.asksForALoginLink().then().statusCode(202);
        Person.asking(clinic, stranger).asksForALoginLink().then().statusCode(202);
        clinic.invites(colleague, "receptionist").then().statusCode(201);
        return List.of(newestTo(mia.email()), newestTo(stranger), newestTo(colleague));
    }

    private static MimeMessage newestTo(String address) {
        return await().until(() -> MoodyMailServer.lettersTo(address), letters -> !letters.isEmpty())
                .get(0);
    }
}
