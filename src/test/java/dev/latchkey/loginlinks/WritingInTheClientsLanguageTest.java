package dev.latchkey.loginlinks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WritingInTheClientsLanguageTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");

    @Test
    void goes_before_that_of_the_clinic() {
        clinic.owner().patch(Api.CLINIC, Map.of("language", "fr")).then().statusCode(200);
        clinic.owner()
                .patch(Api.CLIENTS + "/" + mia.id(), Map.of("language", "de"))
                .then()
                .statusCode(200);

        mia.asksForALoginLink().then().statusCode(202);
        assertThat(Mailbox.newestTo(mia.email()).html()).contains("lang=\"de\"");

        clinic.owner().sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
        assertThat(Mailbox.lettersTo(mia.email(), 2))
                .allSatisfy(letter -> assertThat(letter.html()).contains("lang=\"de\""));
    }

    @Test
    void is_the_clinics_where_they_have_none() {
        clinic.owner().patch(Api.CLINIC, Map.of("language", "fr")).then().statusCode(200);

        mia.asksForALoginLink().then().statusCode(202);

        assertThat(Mailbox.newestTo(mia.email()).html()).contains("lang=\"fr\"");
    }
}
