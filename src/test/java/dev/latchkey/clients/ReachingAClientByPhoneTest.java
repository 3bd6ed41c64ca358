package dev.latchkey.clients;

import static dev.latchkey.clients.ClientList.names;
import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReachingAClientByPhoneTest {

    private final Practice clinic = Portal.clinic();
    private final ClientList clients = new ClientList(clinic.owner());

    @ParameterizedTest
    @CsvSource({
        "0491 570 156, +61491570156",
        "(02) 9250-1234, +61292501234",
        "+61 (0)2 9250 1234, +61292501234",
        "61 491 570 156, +61491570156",
        "0011 44 20 7946 0018, +442079460018",
        "+44 20 7946 0018, +442079460018",
        "\u202a+61\u2011491\u00a0570\u00a0156\u202c, +61491570156",
        "０４９１５７０１５６, +61491570156"
    })
    void keeps_what_is_dialled_however_it_is_written(String typed, String kept) {
        var added = add(clinic, typed);

        added.then().statusCode(201).body("phone", equalTo(kept));
        clinic.owner().get(path(added)).then().body("phone", equalTo(kept));
        assertThat(names(clients.asked("phone=" + encoded(typed)))).containsExactly("Mia Larsen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mia",
                "123456",
                "0491 570 15",
                "0000 000 000",
                "9250 1234",
                "+999 123 456 789",
                "0491 570 156 ext. 5",
                "0491 570 156; 0491 570 157",
                "0491\u0000570156",
                "000000000000000000000000000000000000000000000000000"
            })
    void refuses_what_no_one_can_dial(String typed) {
        var answer = add(clinic, typed);

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors.pointer", equalTo(List.of("/phone")));
    }

    /** The euro is the currency of many countries: a wrong guess would ring at a stranger's. */
    @Test
    void needs_the_code_of_the_country_where_the_clinics_currency_has_none() {
        var berlin = Portal.clinic("Europe/Berlin", "EUR");

        var answer = add(berlin, "030 1234567");

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors[0].detail", containsString("begins with +"));
        add(berlin, "+49 30 1234567").then().statusCode(201).body("phone", equalTo("+49301234567"));
    }

    @Test
    void reads_the_same_digits_as_each_clinics_country_has_them() {
        add(Portal.clinic("Pacific/Auckland", "NZD"), "021 123 4567")
                .then()
                .statusCode(201)
                .body("phone", equalTo("+64211234567"));
        add(Portal.clinic("Europe/London", "GBP"), "020 7946 0018")
                .then()
                .statusCode(201)
                .body("phone", equalTo("+442079460018"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=0491570156",
                "q=0491%20570%20156",
                "q=%2B61%204%2091%2057%2001%2056",
                "phone=%2B61491570156",
                "phone=0491-570-156&q=lars",
                "phone=0491-570-156&q=0491570156"
            })
    void finds_all_who_share_it_and_no_one_else(String question) {
        var mia = add(clinic, "0491 570 156");
        clinic.client("Noah");
        add(clinic, "0491 570 157");
        add(clinic, "Ella", "0491 570 156");
        add(Portal.clinic(), "Jack", "0491 570 156");

        assertThat(names(clients.asked(question))).containsExactly("Ella Larsen", "Mia Larsen");
        assertThat(names(clients.asked(question + "&archived=true"))).isEmpty();

        clinic.owner().put(path(mia) + "/archival").then().statusCode(200);
        assertThat(names(clients.asked(question))).containsExactly("Ella Larsen");
        assertThat(names(clients.asked(question + "&archived=true"))).containsExactly("Mia Larsen");
    }

    @Test
    void leafs_through_those_who_share_it() {
        add(clinic, "0491 570 156");
        add(clinic, "Ella", "0491 570 156");

        var first = clients.asked("q=0491570156&limit=1");

        assertThat(names(first)).containsExactly("Ella Larsen");
        assertThat(names(clients.asked("q=0491570156&cursor=" + Answers.text(first, "/nextCursor"))))
                .containsExactly("Mia Larsen");
    }

    @Test
    void takes_digits_that_are_no_number_for_a_name() {
        clients.add("Kim", "1234567");

        assertThat(names(clients.asked("q=1234567"))).containsExactly("Kim 1234567");
    }

    @Test
    void finds_no_one_by_a_number_that_was_changed_or_taken_away() {
        var mia = add(clinic, "0491 570 156");

        clinic.owner().patch(path(mia), Map.of("phone", "0491 570 157")).then().body("phone", equalTo("+61491570157"));
        assertThat(names(clients.asked("phone=0491570156"))).isEmpty();
        assertThat(names(clients.asked("phone=0491570157"))).containsExactly("Mia Larsen");

        clinic.owner()
                .patch(path(mia), Collections.singletonMap("phone", null))
                .then()
                .statusCode(200)
                .body("phone", nullValue());
        assertThat(names(clients.asked("phone=0491570157"))).isEmpty();
    }

    @Test
    void refuses_to_look_for_what_is_no_number() {
        assertRefused(clients.asked("phone=mia"), 400, "invalid-request");
        assertRefused(clients.asked("phone="), 400, "invalid-request");
    }

    private static Response add(Practice clinic, String phone) {
        return add(clinic, "Mia", phone);
    }

    private static Response add(Practice clinic, String givenName, String phone) {
        Person owner = clinic.owner();
        return owner.post(Api.CLIENTS, Map.of("givenName", givenName, "familyName", "Larsen", "phone", phone));
    }

    private static String path(Response added) {
        return Api.CLIENTS + "/" + Answers.text(added, "/id");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
